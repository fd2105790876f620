// A page parsed by libxml2's HTML parser, seen as opaque nodes. No network, no entities from outside, no output.
#ifndef CHTML_H
#define CHTML_H

#include <stddef.h>

typedef struct chtml_document chtml_document;
typedef struct chtml_node chtml_node;

enum chtml_kind { chtml_kind_other = 0, chtml_kind_element = 1, chtml_kind_text = 2 };

/// Parses UTF-8 bytes as HTML, repairing what is malformed. NULL where nothing came of it or memory ran out.
chtml_document *chtml_parse(const char *bytes, size_t length);
void chtml_free(chtml_document *document);

/// The root element, or NULL.
const chtml_node *chtml_root(const chtml_document *document);
const chtml_node *chtml_parent(const chtml_node *node);
const chtml_node *chtml_first_child(const chtml_node *node);
const chtml_node *chtml_next_sibling(const chtml_node *node);

/// One of `chtml_kind`.
int chtml_node_kind(const chtml_node *node);
/// An element's name as it was parsed (lower case in HTML); NULL for other nodes. Owned by the document.
const char *chtml_name(const chtml_node *node);
/// A text node's characters; NULL for other nodes. Owned by the document.
const char *chtml_text(const chtml_node *node);
/// An attribute's value, NULL where the element does not have it. Release with `chtml_release`.
char *chtml_copy_attribute(const chtml_node *node, const char *name);
void chtml_release(char *string);

#endif
