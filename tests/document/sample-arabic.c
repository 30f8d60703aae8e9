/* sample-arabic.c - a handout in Arabic, for tests of pages that are read from the right
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "sample-arabic.h"

#include "sample-dossier.h"
#include "tonus-text.h"

typedef struct
{
  const char *exercise, *name, *dose;
  const char *chips[4], *steps[6];
  const char *feel, *stop;
} Sample;

static const Sample samples[] = {
  { "bridge",
    "تمرين الجسر",
    "3 × 10",
    { "اثبت 5 ثوانٍ", "مرتان في اليوم", "كل يوم" },
    { "استلقِ على ظهرك واثنِ ركبتيك.", "شد عضلات الأرداف بلطف.",
      "ارفع الحوض حتى تستقيم الركبتان والكتفان.", "اثبت ثم انزل ببطء." },
    "ستشعر بالعمل في عضلات الأرداف، لا في أسفل الظهر.",
    "توقف إذا زاد ألم الظهر." },
  { "lat-band-walk",
    "المشي الجانبي بالشريط",
    "3 × 8 م",
    { "مرة في اليوم", "كل جانب", "شريط أصفر" },
    { "ضع الشريط حول الفخذين.", "اثنِ ركبتيك قليلًا.", "اخطُ خطوة إلى الجانب.",
      "اتبع بالقدم الأخرى ببطء." },
    "ستشعر بالعمل في جانبي الوركين.",
    "توقف إذا زاد ألم الركبة." },
  { "side-kick",
    "رفع الساق على الجنب",
    "2 × 12",
    { "مرة في اليوم", "كل جانب" },
    { "استلقِ على جنبك واثنِ الركبة السفلى.", "مد الساق العليا إلى الخلف قليلًا.",
      "ارفعها ثم أنزلها ببطء." },
    NULL,
    "توقف إذا زاد ألم الورك." },
};

static void
set (char **member, const char *text)
{
  g_free (*member);
  *member = g_strdup (text);
}

static void
set_all (GPtrArray *texts, const char *const *wanted)
{
  g_ptr_array_set_size (texts, 0);
  for (; *wanted != NULL; wanted++)
    g_ptr_array_add (texts, g_strdup (*wanted));
}

static void
translate_exercise (TonusHandoutExercise *exercise, const Sample *sample)
{
  set (&exercise->name, sample->name);
  set (&exercise->dose, sample->dose);
  set (&exercise->feel, sample->feel);
  set (&exercise->stop, sample->stop);
  set (&exercise->cue, NULL);
  set_all (exercise->chips, sample->chips);
  set_all (exercise->steps, sample->steps);
}

static void
translate_words (TonusHandout *handout)
{
  static const char *const days[] = { "ن", "ث", "ر", "خ", "ج", "س", "ح" };
  g_autofree char *phone = tonus_text_isolate_ltr (handout->phone);
  g_autofree char *questions = g_strconcat ("للأسئلة اتصل على ", phone, NULL);

  set (&handout->language, "ar");
  set (&handout->title, "تمارينك المنزلية");
  set (&handout->label_for, "المريض");
  set (&handout->label_therapist, "المعالج");
  set (&handout->label_date, "التاريخ");
  set (&handout->label_next, "الموعد القادم");
  set (&handout->date, "23 نوفمبر 2026");
  set (&handout->next, "29 نوفمبر 2026");
  set (&handout->week_title, "أسبوعي من");
  set (&handout->safety,
       "توقف واتصل بنا إذا أصبح الألم حادًا أو انتشر أو استمر أكثر من يوم، أو إذا شعرت بخدر "
       "أو دوار أو ضعف.");
  set (&handout->emergency,
       "اطلب رعاية طارئة عند خدر بين الفخذين، أو مشكلة جديدة في التبول، أو ضعف متزايد في "
       "الساقين.");
  set (&handout->questions, questions);
  set (&handout->page_format, "صفحة %d من %d");
  set (&handout->picture_missing, "لا توجد صورة");
  set (&handout->start, "البداية");
  set (&handout->end, "النهاية");
  set (&handout->found_title, "ما الذي يحدث");
  set (&handout->found, "الشعور بالشد يأتي من عضلات ضعيفة متعبة، لا من عضلات قصيرة. سنقوّيها معًا.");
  set (&handout->did_title, "ما فعلناه اليوم");
  set (&handout->did, "علاج باليدين · تمارين");
  set (&handout->plan_title, "كيف نتابع");
  set (&handout->plan, "تعال مرتين في الأسبوع.");
  set (&handout->advice, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    set (&handout->days[i], days[i]);
}

TonusHandout *
sample_arabic (void)
{
  g_auto (TonusDossier) dossier = { 0 };
  g_autoptr (GString) text = g_string_new ("[program]\ndate=2026-11-23\nversion=4\n\n");
  TonusHandout *handout;

  sample_dossier_fill (&dossier);
  g_clear_object (&dossier.program);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    g_string_append_printf (text, "[home/aaaaaaa%c]\nexercise=%s\ntimes-a-day=%d\n\n",
                            'a' + (int) i, samples[i].exercise, i == 0 ? 2 : 1);
  dossier.program = sample_record ("program", text->str);
  handout = tonus_handout_new (&dossier, "en", 0);
  translate_words (handout);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    translate_exercise (handout->exercises->pdata[i], &samples[i]);
  return handout;
}
