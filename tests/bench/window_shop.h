// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/running_shop.h"
#include "tests/support/shop_client.h"

#include <QString>
#include <QStringList>

namespace coffee::bench {

/// A real daemon whose log holds 1,000 open orders and more than 10,000 events. The log is made
/// once in `folder` and used again. Everything throws std::runtime_error.
class BusyShop {
public:
    explicit BusyShop(const QString& folder);
    ~BusyShop();

    [[nodiscard]] test::ShopPlace place() const { return test::ShopPlace{m_endpoints.data()}; }
    [[nodiscard]] test::ShopClient client(Role role, const std::string& name) const;

private:
    [[nodiscard]] QStringList switches() const;
    void fill();
    void serve(int customer, int finished, int left);

    QString m_data;
    test::RunningShop m_endpoints; ///< its folder has the sockets, its process is the daemon
};

} // namespace coffee::bench
