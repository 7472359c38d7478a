// SPDX-License-Identifier: GPL-3.0-or-later
// Not built: one text for the check of translations to stumble over.
#include <QCoreApplication>

namespace coffee::test {

struct Greeting {
    Q_DECLARE_TR_FUNCTIONS(coffee::test::Greeting)
    static QString words() { return tr("안녕하세요"); }
};

} // namespace coffee::test
