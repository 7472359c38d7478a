// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/said_texts.h"

#include "kiosk/shots/stage.h"

#include <QFile>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>

namespace coffee::kiosk {
namespace {

/// Pages that only the owner or the staff see.
constexpr std::array kNotSaid{"coffee::kiosk::MeasurePage", "coffee::ui::Gallery",
                              "coffee::ui::PinSheet"};

bool isSaid(const QString& context)
{
    return std::none_of(kNotSaid.begin(), kNotSaid.end(), [&context](const char* name) {
        return context == QLatin1StringView{name};
    });
}

void readMessage(QXmlStreamReader& xml, std::vector<SaidText>& texts)
{
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1StringView{"source"}) {
            texts.push_back({QLocale::Korean, xml.readElementText()});
        } else if (xml.name() == QLatin1StringView{"translation"}) {
            QString one;
            while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::EndElement) {
                if (xml.isStartElement()) // one form of several: "%n item", "%n items"
                    texts.push_back({QLocale::English, xml.readElementText()});
                else
                    one += xml.text();
            }
            if (!one.trimmed().isEmpty())
                texts.push_back({QLocale::English, one});
        } else {
            xml.skipCurrentElement();
        }
    }
}

void readContext(QXmlStreamReader& xml, std::vector<SaidText>& texts)
{
    bool said = true;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1StringView{"name"})
            said = isSaid(xml.readElementText());
        else if (said && xml.name() == QLatin1StringView{"message"})
            readMessage(xml, texts);
        else
            xml.skipCurrentElement();
    }
}

} // namespace

std::vector<SaidText> textsOfPages()
{
    std::vector<SaidText> texts;
    for (const char* name : {"kiosk", "board", "widgets"}) {
        QFile file{QStringLiteral(":/shots/%1.ts").arg(QLatin1StringView{name})};
        if (!file.open(QIODevice::ReadOnly))
            throw ShotError{std::string{name} + ": the built-in texts are missing"};
        QXmlStreamReader xml{&file};
        xml.readNextStartElement();
        while (xml.readNextStartElement())
            if (xml.name() == QLatin1StringView{"context"})
                readContext(xml, texts);
            else
                xml.skipCurrentElement();
        if (xml.hasError())
            throw ShotError{std::string{name} + ": " + xml.errorString().toStdString()};
    }
    return texts;
}

std::vector<SaidText> textsOfMenu(const Menu& menu)
{
    std::vector<SaidText> texts;
    const auto add = [&texts](const LocalText& text) {
        texts.push_back({QLocale::Korean, QString::fromStdString(text.ko)});
        texts.push_back({QLocale::English, QString::fromStdString(text.en)});
    };
    for (const LocalText& text : {menu.shopName, menu.greeting, menu.seller.address})
        add(text);
    for (const MenuCategory& category : menu.categories)
        add(category.name);
    for (const Allergen& allergen : menu.allergens)
        add(allergen.name);
    for (const OptionGroup& group : menu.optionGroups) {
        add(group.name);
        for (const OptionChoice& choice : group.choices)
            add(choice.name);
    }
    for (const MenuItem& item : menu.items) {
        add(item.name);
        add(item.description);
    }
    return texts;
}

} // namespace coffee::kiosk
