/* fixture.h - a small schema with one of everything, for the tests of this floor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tonus-schema.h"

static const char fixture_catalogues[] =
    "# lists\n"
    "[page]\nLabel=Pages\ncolumns=tab;\n"
    "[page/pain]\nLabel=Pain\ntab=assessment\n"
    "\n"
    "[side]\nLabel=Side\n"
    "[side/right]\nLabel=Right\n"
    "[side/left]\nLabel=Left\n"
    "[side/both]\nLabel=Both sides\n"
    "[side/midline]\nLabel=Midline\nretired=true\n"
    "\n"
    "[motion]\nLabel=Motion\ncolumns=unit;min;max;warn-min;warn-max;digits;\n"
    "[motion/hip-flexion]\nLabel=Hip flexion\nunit=°\nmin=0\nmax=160\nwarn-max=140\n"
    "[motion/hip-extension]\nLabel=Hip extension\nunit=°\nmin=-20\nmax=60\n"
    "[motion/reach]\nLabel=Reach, standing\nunit=cm\nmax=200\ndigits=2\n"
    "\n"
    "[grade]\nLabel=Strength\n"
    "[grade/4-]\nLabel=4−\n"
    "[grade/4]\nLabel=4\n"
    "[grade/4+]\nLabel=4+\n"
    "[grade/skoda]\nLabel=Škoda\n"
    "\n"
    "[not-tested]\nLabel=Not tested\n"
    "[not-tested/refused]\nLabel=Refused\n"
    "[not-tested/unable]\nLabel=Unable\n"
    "[not-tested/unsafe]\nLabel=Unsafe\n"
    "[not-tested/other]\nLabel=Other\n"
    "\n"
    "[exercise]\nLabel=Exercise\ncolumns=region;\npatient=name;step1;\n"
    "[exercise/bridge]\nLabel=Bridge\nregion=hip\nname=The bridge\nname[es]=El puente\n"
    "step1=Lie down.\nstep1[pt]=Deite-se.\nstep1[pt-br]=Deite.\n"
    "[exercise/plank]\nLabel=Plank\n";

static const char fixture_sections[] =
    "[pain]\nLabel=Pain\nHelp=As the patient says\nholds=visit;\npage=pain\n"
    "[pain/now]\nkind=integer\nLabel=Pain now\nHelp=0 is none\nmin=0\nmax=10\nwarn-max=8\n"
    "[pain/"
    "weight]\nkind=decimal\nLabel=Weight\nunit=kg\nmin=0.5\nmax=400\nwarn-min=30\nwarn-max=200\n"
    "[pain/exact]\nkind=decimal\nLabel=Exact\ndigits=3\n"
    "[pain/index]\nkind=score\nLabel=Index\nmin=0\nmax=100\n"
    "[pain/whole]\nkind=score\nLabel=Whole\ndigits=0\n"
    "[pain/count]\nkind=integer\nLabel=Count\n"
    "[pain/colder]\nkind=integer\nLabel=Colder\nmax=-5\n"
    "[pain/at-night]\nkind=boolean\nLabel=At night\n"
    "[pain/wakes]\nkind=integer\nLabel=Wakes\nshow-if=pain/at-night=yes;\n"
    "[pain/site]\nkind=choice\nLabel=Site\nchoices=side\n"
    "[pain/sites]\nkind=choices\nLabel=Sites\nchoices=motion\n"
    "[pain/strength]\nkind=grade\nLabel=Strength\nchoices=grade\n"
    "[pain/motion]\nkind=choice\nLabel=Motion\nchoices=motion\n"
    "[pain/reached]\nkind=decimal\nLabel=Reached\nlimits=motion\n"
    "[pain/words]\nkind=text\nLabel=In words\nlength=20\nwas=complaint/location\n"
    "[pain/note]\nkind=note\nLabel=Note\nprint=no\nprivate=true\nwidth=60\n"
    "[pain/since]\nkind=date\nLabel=Since\n"
    "[pain/hour]\nkind=time\nLabel=Hour\n"
    "[pain/why]\nkind=ref\nLabel=Why\nto=episode;rom;goal;\n"
    "[pain/old]\nkind=text\nLabel=Old\nretired=true\n"
    "\n"
    "[rom]\nLabel=Range of "
    "motion\nholds=visit;\npage=pain\nrepeat=measure\nkey=motion;side;\nwas=joint-range\n"
    "[rom/side]\nkind=choice\nLabel=Side\nchoices=side\n"
    "[rom/motion]\nkind=choice\nLabel=Motion\nchoices=motion\n"
    "[rom/value]\nkind=integer\nLabel=Range\nlimits=motion\n"
    "[rom/pain]\nkind=integer\nLabel=Pain\nmin=0\nmax=10\n"
    "\n"
    "[goal]\nLabel=Goal\nholds=episode;\nrepeat=event\n"
    "[goal/text]\nkind=text\nLabel=Goal\n"
    "[goal/visit]\nkind=ref\nLabel=Visit\nto=rom;\n";

static const TonusSchemaSource fixture_sources[] = {
  { "sections", fixture_sections },
  { "lists", fixture_catalogues },
};

static inline TonusSchema *
fixture_schema (void)
{
  g_autoptr (GError) error = NULL;
  TonusSchema *schema = tonus_schema_new (fixture_sources, G_N_ELEMENTS (fixture_sources), &error);

  g_assert_no_error (error);
  g_assert_nonnull (schema);
  return schema;
}

/* A field by path; the path must exist. */
static inline const TonusField *
fixture_field (TonusSchema *schema, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *row = NULL;
  const TonusField *field = tonus_schema_resolve (schema, path, &row, &error);

  g_assert_no_error (error);
  return field;
}
