// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/commandline/demonames.h"

#include <QStringList>
#include <array>

using namespace Qt::StringLiterals;

namespace sitebook {

namespace {

struct Culture
{
    int share; // of 100
    const char16_t* women;
    const char16_t* men;
    const char16_t* families;
    bool familyFirst;
    const char16_t* between;
};

constexpr std::array cultures{
    Culture{40, u"Emma Olivia Charlotte Amelia Grace Hannah Ruth Naomi Sarah Claire Ingrid Freya",
            u"James Oliver Henry Samuel Thomas Daniel Noah Arthur Owen Patrick Lars Erik",
            u"Smith Taylor Walker Hughes O’Brien Fraser MacDonald Bennett Okafor Andersson Nyström Johansen Petersen",
            false, u" "},
    Culture{18, u"María Lucía Sofía Inês Chloé Zoë Élodie Björk Anaïs Agnieszka Jana Nuria",
            u"José Ángel Iñigo João François Jürgen Søren Łukasz Matěj Gábor Ömer Andrés",
            u"García Núñez Peña D’Angelo Lefèvre Müller Größe Wójcik Dvořák Szabó Yılmaz Guimarães", false, u" "},
    Culture{20, u"丽 娜 静 秀英 敏 雪梅 婷婷 欣怡 桂兰 雨桐", u"伟 强 磊 军 建国 志明 浩然 俊杰 宇轩 海涛",
            u"王 李 张 刘 陈 杨 赵 黄 周 吴 欧阳 司马", true, u""},
    Culture{6, u"さくら 美咲 陽子 由美", u"翔太 健一 大輔 直樹", u"佐藤 鈴木 高橋 田中 渡辺", true, u" "},
    Culture{4, u"서연 지우 하은 민지", u"민준 서준 도윤 현우", u"김 이 박 최 정", true, u""},
    Culture{5, u"Анна Мария Ольга Елена", u"Иван Дмитрий Сергей Алексей", u"Коваленко Шевченко Бондаренко Гончар",
            false, u" "},
    Culture{3, u"فاطمة مريم ليلى", u"محمد أحمد يوسف", u"الخطيب حداد منصور", false, u" "},
    Culture{2, u"Ελένη Σοφία", u"Νίκος Γιώργος", u"Παπαδόπουλος Νικολάου", false, u" "},
    Culture{2, u"प्रिया अनीता", u"राहुल अमित", u"शर्मा वर्मा", false, u" "},
};

QString pick(QRandomGenerator& random, const char16_t* list)
{
    const QStringList words = QString::fromUtf16(list).split(u' ');
    return words[random.bounded(words.size())];
}

} // namespace

QString demoName(QRandomGenerator& random, bool woman)
{
    int roll = random.bounded(100);
    const Culture* chosen = &cultures.front();
    for (const Culture& culture : cultures) {
        chosen = &culture;
        roll -= culture.share;
        if (roll < 0)
            break;
    }
    const QString given = pick(random, woman ? chosen->women : chosen->men);
    const QString family = pick(random, chosen->families);
    const QString gap = QString::fromUtf16(chosen->between);
    return chosen->familyFirst ? QString(family + gap + given) : QString(given + gap + family);
}

} // namespace sitebook
