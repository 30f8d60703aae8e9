/* tonus-people.c - invented names and complaints for synthetic practices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-people.h"

#define N_NAMES 8

static const struct
{
  const char *given[N_NAMES];
  const char *family[N_NAMES];
} cultures[] = {
  { { "Anna", "Robert", "Maria", "Thomas", "Grace", "Samuel", "Helen", "Oscar" },
    { "Miller", "Reyes", "O’Neill", "Baker", "Novak", "Fischer", "van der Berg", "Smith-Jones" } },
  { { "José", "Lucía", "Iñaki", "Begoña", "Martín", "Sofía", "Andrés", "Mónica" },
    { "García", "Muñoz", "Núñez", "Ibáñez", "Peña", "de la Cruz", "Vázquez", "Ordóñez" } },
  { { "Jürgen", "Zoë", "François", "Chloé", "Søren", "Åse", "Günther", "Margarèt" },
    { "Müller", "Großmann", "Lefèvre", "Ångström", "Øvergård", "Dubois", "Jäger", "Çelik" } },
  { { "Željko", "Łucja", "Ondřej", "Ștefan", "Ağa", "Győző", "Šárka", "Ieva" },
    { "Škoda", "Wałęsa", "Dvořák", "Țepeș", "Yılmaz", "Szőke", "Đorđević", "Bērziņš" } },
  { { "Иван", "Ольга", "Дмитрий", "Юлия", "Сергей", "Наталья", "Фёдор", "Елена" },
    { "Петров", "Щербакова", "Королёв", "Жукова", "Зайцев", "Яковлева", "Чехов", "Белова" } },
  { { "Νίκος", "Ελένη", "Γιώργος", "Άννα", "Κώστας", "Δήμητρα", "Σπύρος", "Ιωάννα" },
    { "Παππάς", "Ψαρά", "Οικονόμου", "Ζωγράφος", "Χατζή", "Λάμπρου", "Φωτίου", "Θεοδώρου" } },
  { { "أحمد", "فاطمة", "يوسف", "ليلى", "خالد", "مريم", "عمر", "نور" },
    { "الحسن", "حداد", "منصور", "الخطيب", "نصر", "سليمان", "قاسم", "عيسى" } },
  { { "דוד", "שרה", "יעקב", "רחל", "נועם", "מיכל", "אורי", "תמר" },
    { "כהן", "לוי", "מזרחי", "פרץ", "ביטון", "דהן", "אברהם", "פרידמן" } },
  { { "伟", "静", "洋子", "健太", "민준", "서연", "阿明", "さくら" },
    { "王", "李", "田中", "佐藤", "김", "박", "陳", "鈴木" } },
  { { "प्रिया", "अर्जुन", "दीपिका", "रवि", "அருண்", "কবিতা", "สมชาย", "Nguyệt" },
    { "शर्मा", "पटेल", "सिंह", "गुप्ता", "குமார்", "সেন", "ศรีสุข", "Trần" } },
};

static const TonusComplaint complaints[] = {
  { "low back pain", "M54.59", "Other low back pain", "lumbar",
    "Sit for 90 minutes with pain of 2 or less" },
  { "neck pain", "M54.2", "Cervicalgia", "neck", "Look over the shoulder while driving" },
  { "stiff shoulder", "M25.611", "Stiffness of right shoulder", "shoulder", "Reach the top shelf" },
  { "hip pain", "M25.551", "Pain in right hip", "hip", "Walk 3 km without stopping" },
  { "knee pain", "M25.562", "Pain in left knee", "knee", "Climb two floors without the rail" },
  { "ankle sprain", "S93.401A", "Sprain of unspecified ligament of right ankle", "ankle",
    "Run 5 km on the road" },
  { "elbow pain", "M77.11", "Lateral epicondylitis, right elbow", "elbow",
    "Carry a full bag for 10 minutes" },
  { "wrist pain", "M25.532", "Pain in left wrist", "wrist", "Type for an hour" },
};

TonusPerson
tonus_people_draw (const TonusChance *chance)
{
  guint culture = tonus_chance_draw (chance, G_N_ELEMENTS (cultures));
  guint given = tonus_chance_draw (chance, N_NAMES);
  guint family = tonus_chance_draw (chance, N_NAMES);

  return (TonusPerson){ cultures[culture].given[given], cultures[culture].family[family] };
}

const TonusComplaint *
tonus_complaint_draw (const TonusChance *chance)
{
  return &complaints[tonus_chance_draw (chance, G_N_ELEMENTS (complaints))];
}
