/* test-pose-file.c - a wrong pose file is refused with the place of the fault and what is allowed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tonus-figure.h"

#include <string.h>

#define GOOD                                                                                       \
  "[Exercise]\nname=Proof\nposture=stand\n[Scene]\nrest=feet\nprops=mat\n[Start]\nhip=10\n"        \
  "[End]\nhip.r=60\n"

static TonusPose *
read_bytes (const char *data, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return tonus_pose_new_from_bytes (bytes, "proof.pose", error);
}

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPose) pose = read_bytes (GOOD, strlen (GOOD), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tonus_pose_get_name (pose), ==, "Proof");
  g_assert_null (tonus_pose_get_reviewed (pose));
}

static void
test_reviewed (void)
{
  const char *approved = "[Exercise]\nreviewed=A. Therapist, 2026\n[Scene]\n[Start]\n[End]\n";
  const char *new_one = "[Exercise]\nreviewed=no\n[Scene]\n[Start]\n[End]\n";
  g_autoptr (TonusPose) known = read_bytes (approved, strlen (approved), NULL);
  g_autoptr (TonusPose) unknown = read_bytes (new_one, strlen (new_one), NULL);

  g_assert_cmpstr (tonus_pose_get_reviewed (known), ==, "A. Therapist, 2026");
  g_assert_null (tonus_pose_get_reviewed (unknown));
}

/* What is put in for a line of the good file, and what the error must say. */
typedef struct
{
  const char *line, *instead;
  const char *says[4];
} Fault;

static const Fault faults[] = {
  { "hip=10", "hipp=10", { "[Start] hipp", "no joint", "root, lumbar, thoracic, neck, hip" } },
  { "rest=feet", "pin=knee.r 1", { "[Scene] pin", "one landmark", "X Z" } },
  { "rest=feet", "pin=knee.r 1 9", { "[Scene] pin", "9 is too much" } },
  { "hip=10", "neck.r=10", { "[Start] neck.r", "no joint" } },
  { "hip=10", "hip=nan", { "[Start] hip", "“nan” is no number", "-200 to 200" } },
  { "hip=10", "hip=inf", { "“inf” is no number", "degrees" } },
  { "hip=10", "hip=0x10", { "“0x10” is no number" } },
  { "hip=10", "hip=1e3", { "“1e3” is no number" } },
  { "hip=10", "hip=1,5", { "“1,5” is no number" } },
  { "hip=10", "hip=--5", { "“--5” is no number" } },
  { "hip=10", "hip=5-5", { "“5-5” is no number" } },
  { "hip=10", "hip=9000", { "[Start] hip", "9000 is too much", "-200 to 200" } },
  { "hip=10", "hip=", { "one to three angles", "not 0" } },
  { "hip=10", "hip=1 2 3 4", { "one to three angles", "not 4" } },
  { "hip=10", "knee=1 2", { "[Start] knee", "one angle" } },
  { "hip=10", "hand=moon 1 2 3", { "[Start] hand", "“moon” is no place", "pelvis" } },
  { "hip=10", "hand=world 1 2 9", { "9 is too much", "metres" } },
  { "hip=10", "hand=world 1 2 3 pole 1 2", { "LANDMARK DX DY DZ" } },
  { "hip=10", "hand.x=world 1 2 3", { "hand.r and hand.l" } },
  { "hip=10", "foot=1 2", { "X Y Z" } },
  { "rest=feet", "rest=tail", { "[Scene] rest", "“tail” touches nothing", "feet, heels" } },
  { "rest=feet", "rest=feet@up", { "“up” is no number", "metres" } },
  { "rest=feet", "rest=feet knees head", { "one or two contacts", "not 3" } },
  { "rest=feet", "fit=hip", { "[Scene] fit", "JOINT:CONTACT" } },
  { "rest=feet", "fit=hop:feet", { "“hop” is no joint" } },
  { "rest=feet", "fit=hip:feat", { "“feat” touches nothing" } },
  { "rest=feet", "flat=hands", { "“hands” cannot be flat", "foot.r" } },
  { "rest=feet", "pin=knee", { "“knee” is no place", "limbs with .r or .l" } },
  { "rest=feet", "rets=feet", { "[Scene] rets", "no key of this group", "props", "rest, fit" } },
  { "props=mat", "props=sofa", { "there is no prop “sofa”", "mat, wall" } },
  { "props=mat", "props=wall", { "something is missing", "wall X" } },
  { "props=mat", "props=wall 1 2", { "“2” is too much", "wall X" } },
  { "props=mat", "props=strap wrist.r", { "something is missing", "strap PLACE PLACE" } },
  { "props=mat", "props=mat,mat,mat,mat,mat,mat,mat,mat,mat,mat,mat", { "at most 10 props" } },
  { "props=mat", "props=dumbbell up", { "“up” is no side", "both, r, l" } },
  { "props=mat", "arrows=ankle.r vec 1", { "vec needs four numbers" } },
  { "props=mat", "arrows=ankle.r sideways", { "“sideways”", "PLACE [OFFSET]" } },
  { "props=mat", "muscles=heart", { "no muscle “heart”", "quads, hams" } },
  { "props=mat", "muscles=quads.x", { "“x” is no side" } },
  { "props=mat", "draw=leg.r:up", { "“leg.r:up”", ":front or :back" } },
  { "props=mat", "grip=maybe", { "“maybe” is no side" } },
  { "props=mat", "crop=head", { "PLACE RADIUS" } },
  { "props=mat", "crop=head 0", { "at least 0.05" } },
  { "props=mat", "raised=yes", { "say why" } },
  { "posture=stand", "posture=float", { "[Exercise] posture", "“float”", "supine, prone" } },
  { "posture=stand", "style=3d", { "[Exercise] style", "ghost, panels, single" } },
  { "posture=stand", "view=up", { "YAW PITCH", "front" } },
  { "posture=stand", "view=10 100", { "100 is too much", "-90 to 90" } },
  { "posture=stand", "hair=long", { "[Exercise] hair", "short, bun" } },
  { "posture=stand", "alternative=x", { "[Exercise] alternative", "alt[es]" } },
  { "posture=stand", "name=a\\tb", { "control characters" } },
  { "[End]", "[Finish]", { "no group [Finish]", "[Start], [End]" } },
  { "[Scene]", "[End]", { "[Scene] is missing" } },
  { "[End]\nhip.r=60", "", { "[End] is missing", "style=single" } },
};

static void
check_fault (const Fault *fault)
{
  g_auto (GStrv) parts = g_strsplit (GOOD, fault->line, 2);
  g_autofree char *text = g_strconcat (parts[0], fault->instead, parts[1], NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPose) pose = read_bytes (text, strlen (text), &error);

  g_test_message ("%s", fault->instead);
  g_assert_nonnull (parts[1]);
  g_assert_error (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_POSE);
  g_assert_null (pose);
  g_assert_true (g_str_has_prefix (error->message, "proof.pose"));
  for (guint i = 0; i < G_N_ELEMENTS (fault->says) && fault->says[i] != NULL; i++)
    if (strstr (error->message, fault->says[i]) == NULL)
      g_error ("“%s” does not say “%s”", error->message, fault->says[i]);
}

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    check_fault (&faults[i]);
}

static void
check_bytes (const char *data, gsize size, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TonusPose) pose = read_bytes (data, size, &error);

  g_assert_null (pose);
  g_assert_error (error, TONUS_FIGURE_ERROR, TONUS_FIGURE_ERROR_POSE);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_no_text (void)
{
  g_autofree char *huge = g_strnfill (TONUS_POSE_BYTES_MAX + 1, '#');
  g_autofree char *long_name =
      g_strdup_printf ("[Exercise]\nname=%s\n[Scene]\n[Start]\n[End]\n", huge + 10000);

  check_bytes ("", 0, "empty");
  check_bytes (huge, TONUS_POSE_BYTES_MAX + 1, "at most 16384");
  check_bytes (long_name, strlen (long_name), "at most 400 bytes");
  check_bytes ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "no text");
  check_bytes (GOOD "\0\0", strlen (GOOD) + 2, "no text");
  check_bytes ("[Exercise]\nname=\xff\xfe\n", 19, "no text");
  check_bytes ("hip=3\n", 6, "no key file");
  check_bytes ("[Exercise\n", 10, "no key file");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pose-file/good", test_good);
  g_test_add_func ("/pose-file/reviewed", test_reviewed);
  g_test_add_func ("/pose-file/faults", test_faults);
  g_test_add_func ("/pose-file/no-text", test_no_text);
  return g_test_run ();
}
