// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/commandline.h"

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

constexpr Command::Signature usage{
    "screens",
    QT_TRANSLATE_NOOP("messages", "Writes a picture of every screen, filled from the demo study."),
    "sitebook screens --out pictures --language zh_CN --theme dark",
    0,
    0,
};

class ScreensCommand final : public Command
{
public:
    ScreensCommand(Console& console, ScreensWriter writer)
        : Command(usage, console)
        , m_writer(std::move(writer))
    {
    }

    void describe(QCommandLineParser& parser) const override
    {
        parser.addOptions({
            {u"out"_s, translate("messages", "The folder for the pictures."), u"FOLDER"_s},
            {u"language"_s, translate("messages", "Language of the screens, en or zh_CN; all when left out."),
             u"TAG"_s},
            {u"theme"_s, translate("messages", "light or dark; both when left out."), u"NAME"_s},
        });
    }

    void start(const QCommandLineParser& parser) override
    {
        const ScreensRequest request{parser.value(u"out"_s), parser.value(u"language"_s), parser.value(u"theme"_s)};
        if (request.folder.isEmpty())
            return fail(Error(ErrorCode::Usage, Message(QT_TRANSLATE_NOOP("messages", "--%1 is needed."), {u"out"_s})));
        if (!request.theme.isEmpty() && request.theme != u"light" && request.theme != u"dark")
            return fail(Error(ErrorCode::Usage, QT_TRANSLATE_NOOP("messages", "--theme is light or dark.")));
        end(m_writer(request));
    }

private:
    ScreensWriter m_writer;
};

} // namespace

std::unique_ptr<Command> makeScreensCommand(Console& console, ScreensWriter writer)
{
    return std::make_unique<ScreensCommand>(console, std::move(writer));
}

} // namespace sitebook
