/* tonus-pdf-tags.c - the structure of a tagged PDF: which drawing belongs to which heading,
 * paragraph, figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "tonus-pdf-tags.h"

typedef struct _Node Node;

/* A child is either a node or a piece of a page's content. */
typedef struct
{
  Node *node;
  guint page, mcid;
} Child;

struct _Node
{
  TonusTag tag;
  char *alt;
  Node *parent;     /* borrowed: owns this node */
  GArray *children; /* (element-type Child) */
  HPDF_Dict object; /* while writing */
};

struct _TonusPdfTags
{
  Node *root;
  Node *current;
  guint artifact_depth;
  /* The mark that is open in the content; marked NULL and is_marked: an artifact. */
  gboolean is_marked;
  Node *marked;
  GPtrArray *pages;            /* (element-type GPtrArray of Node): the node of each MCID */
  HPDF_Dict header_attributes; /* while writing */
};

static const struct
{
  const char *name;
  gboolean holds_content;
} kinds[] = {
  [TONUS_TAG_DOCUMENT] = { "Document", FALSE },
  [TONUS_TAG_SECT] = { "Sect", FALSE },
  [TONUS_TAG_H1] = { "H1", TRUE },
  [TONUS_TAG_H2] = { "H2", TRUE },
  [TONUS_TAG_H3] = { "H3", TRUE },
  [TONUS_TAG_P] = { "P", TRUE },
  [TONUS_TAG_L] = { "L", FALSE },
  [TONUS_TAG_LI] = { "LI", FALSE },
  [TONUS_TAG_LBL] = { "Lbl", TRUE },
  [TONUS_TAG_LBODY] = { "LBody", TRUE },
  [TONUS_TAG_TABLE] = { "Table", FALSE },
  [TONUS_TAG_TR] = { "TR", FALSE },
  [TONUS_TAG_TH] = { "TH", TRUE },
  [TONUS_TAG_TD] = { "TD", TRUE },
  [TONUS_TAG_FIGURE] = { "Figure", TRUE },
};

static void free_node (Node *node);

static void
clear_child (gpointer data)
{
  Child *child = data;

  free_node (child->node);
}

static void
free_node (Node *node)
{
  if (node == NULL)
    return;
  g_array_unref (node->children);
  g_free (node->alt);
  g_free (node);
}

static Node *
add_node (Node *parent, TonusTag tag, const char *alt)
{
  Node *node = g_new0 (Node, 1);

  node->tag = tag;
  node->alt = alt != NULL ? g_utf8_make_valid (alt, -1) : NULL;
  node->parent = parent;
  node->children = g_array_new (FALSE, FALSE, sizeof (Child));
  g_array_set_clear_func (node->children, clear_child);
  if (parent != NULL)
    {
      Child child = { .node = node };

      g_array_append_val (parent->children, child);
    }
  return node;
}

TonusPdfTags *
tonus_pdf_tags_new (void)
{
  TonusPdfTags *self = g_new0 (TonusPdfTags, 1);

  self->root = add_node (NULL, TONUS_TAG_DOCUMENT, NULL);
  self->current = self->root;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
tonus_pdf_tags_free (TonusPdfTags *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pages);
  free_node (self->root);
  g_free (self);
}

void
tonus_pdf_tags_open (TonusPdfTags *self, TonusTag tag, const char *alt)
{
  g_assert (self->artifact_depth == 0);
  self->current = add_node (self->current, tag, alt);
}

void
tonus_pdf_tags_close (TonusPdfTags *self)
{
  g_assert (self->current->parent != NULL);
  self->current = self->current->parent;
}

void
tonus_pdf_tags_open_artifact (TonusPdfTags *self)
{
  self->artifact_depth++;
}

void
tonus_pdf_tags_close_artifact (TonusPdfTags *self)
{
  g_assert (self->artifact_depth > 0);
  self->artifact_depth--;
}

/* The node the next drawing belongs to, NULL for decoration. */
static Node *
choose_node (TonusPdfTags *self, gboolean is_text)
{
  if (self->artifact_depth > 0)
    return NULL;
  if (kinds[self->current->tag].holds_content)
    return self->current;
  return is_text ? add_node (self->current, TONUS_TAG_P, NULL) : NULL;
}

static void
begin_mark (TonusPdfTags *self, Node *node, guint page, GString *out)
{
  Child child = { .page = page };
  GPtrArray *nodes;

  while (self->pages->len <= page)
    g_ptr_array_add (self->pages, g_ptr_array_new ());
  nodes = g_ptr_array_index (self->pages, page);
  child.mcid = nodes->len;
  g_ptr_array_add (nodes, node);
  g_array_append_val (node->children, child);
  g_string_append_printf (out, "/%s<</MCID %u>>BDC\n", kinds[node->tag].name, child.mcid);
}

void
tonus_pdf_tags_mark (TonusPdfTags *self, guint page, gboolean is_text, GString *out)
{
  Node *node = choose_node (self, is_text);

  if (self->is_marked && self->marked == node)
    return;
  tonus_pdf_tags_leave (self, out);
  if (node != NULL)
    begin_mark (self, node, page, out);
  else
    g_string_append (out, "/Artifact BMC\n");
  self->is_marked = TRUE;
  self->marked = node;
}

void
tonus_pdf_tags_leave (TonusPdfTags *self, GString *out)
{
  if (self->is_marked)
    g_string_append (out, "EMC\n");
  self->is_marked = FALSE;
  self->marked = NULL;
}

static HPDF_Dict
write_node (TonusPdfTags *self, Node *node, HPDF_Dict parent, HPDF_Doc doc, GPtrArray *pages);

/* A piece on the node's own page is its number; one on a later page says which. */
static void
add_piece (HPDF_Array kids, HPDF_Doc doc, const Child *child, int own_page, GPtrArray *pages)
{
  HPDF_Dict reference;

  if ((int) child->page == own_page)
    {
      tonus_pdf_array_add_number (kids, (gint) child->mcid);
      return;
    }
  reference = tonus_pdf_object_new_direct_dict (doc);
  tonus_pdf_dict_add_name (reference, "Type", "MCR");
  tonus_pdf_dict_add (reference, "Pg", g_ptr_array_index (pages, child->page));
  tonus_pdf_dict_add_number (reference, "MCID", (gint) child->mcid);
  tonus_pdf_array_add (kids, reference);
}

static void
write_children (TonusPdfTags *self, Node *node, HPDF_Doc doc, GPtrArray *pages)
{
  HPDF_Array kids;
  int own_page = -1;

  for (guint i = 0; i < node->children->len && own_page < 0; i++)
    {
      const Child *child = &g_array_index (node->children, Child, i);

      if (child->node == NULL)
        own_page = (int) child->page;
    }
  if (own_page >= 0)
    tonus_pdf_dict_add (node->object, "Pg", g_ptr_array_index (pages, own_page));
  if (node->children->len == 1 && own_page >= 0)
    {
      tonus_pdf_dict_add_number (node->object, "K",
                                 (gint) g_array_index (node->children, Child, 0).mcid);
      return;
    }
  kids = tonus_pdf_object_new_array (doc);
  tonus_pdf_dict_add (node->object, "K", kids);
  for (guint i = 0; i < node->children->len; i++)
    {
      const Child *child = &g_array_index (node->children, Child, i);

      if (child->node != NULL)
        tonus_pdf_array_add (kids, write_node (self, child->node, node->object, doc, pages));
      else
        add_piece (kids, doc, child, own_page, pages);
    }
}

/* One object for all heads of columns. */
static HPDF_Dict
get_header_attributes (TonusPdfTags *self, HPDF_Doc doc)
{
  if (self->header_attributes == NULL)
    {
      self->header_attributes = tonus_pdf_object_new_dict (doc, NULL);
      tonus_pdf_dict_add_name (self->header_attributes, "O", "Table");
      tonus_pdf_dict_add_name (self->header_attributes, "Scope", "Column");
    }
  return self->header_attributes;
}

static HPDF_Dict
write_node (TonusPdfTags *self, Node *node, HPDF_Dict parent, HPDF_Doc doc, GPtrArray *pages)
{
  node->object = tonus_pdf_object_new_dict (doc, NULL);
  tonus_pdf_dict_add_name (node->object, "S", kinds[node->tag].name);
  tonus_pdf_dict_add (node->object, "P", parent);
  if (node->alt != NULL)
    tonus_pdf_dict_add_text (node->object, "Alt", node->alt);
  if (node->tag == TONUS_TAG_TH)
    tonus_pdf_dict_add (node->object, "A", get_header_attributes (self, doc));
  write_children (self, node, doc, pages);
  return node->object;
}

static HPDF_Dict
write_parent_tree (TonusPdfTags *self, HPDF_Doc doc, GPtrArray *pages)
{
  HPDF_Dict tree = tonus_pdf_object_new_dict (doc, NULL);
  HPDF_Array numbers = tonus_pdf_object_new_array (doc);

  tonus_pdf_dict_add (tree, "Nums", numbers);
  for (guint i = 0; i < self->pages->len; i++)
    {
      GPtrArray *nodes = g_ptr_array_index (self->pages, i);
      HPDF_Array parents;

      if (nodes->len == 0)
        continue;
      parents = tonus_pdf_object_new_array (doc);
      tonus_pdf_array_add_number (numbers, (gint) i);
      tonus_pdf_array_add (numbers, parents);
      for (guint j = 0; j < nodes->len; j++)
        tonus_pdf_array_add (parents, ((Node *) g_ptr_array_index (nodes, j))->object);
      tonus_pdf_dict_add_number (g_ptr_array_index (pages, i), "StructParents", (gint) i);
    }
  return tree;
}

void
tonus_pdf_tags_write (TonusPdfTags *self, HPDF_Doc doc, GPtrArray *pages)
{
  HPDF_Dict root = tonus_pdf_object_new_dict (doc, "StructTreeRoot");
  HPDF_Dict mark = tonus_pdf_object_new_direct_dict (doc);

  tonus_pdf_dict_add (root, "K", write_node (self, self->root, root, doc, pages));
  tonus_pdf_dict_add (root, "ParentTree", write_parent_tree (self, doc, pages));
  tonus_pdf_dict_add_number (root, "ParentTreeNextKey", (gint) pages->len);
  tonus_pdf_dict_add_boolean (mark, "Marked", TRUE);
  tonus_pdf_dict_add (tonus_pdf_object_get_catalog (doc), "MarkInfo", mark);
  tonus_pdf_dict_add (tonus_pdf_object_get_catalog (doc), "StructTreeRoot", root);
  for (guint i = 0; i < pages->len; i++)
    tonus_pdf_dict_add_name (g_ptr_array_index (pages, i), "Tabs", "S");
}
