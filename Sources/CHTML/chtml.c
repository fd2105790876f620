#include "CHTML.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlmemory.h>
#include <limits.h>

static void stay_silent(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

chtml_document *chtml_parse(const char *bytes, size_t length) {
  if (bytes == NULL || length == 0 || length > INT_MAX) return NULL;
  htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(bytes, (int)length);
  if (context == NULL) return NULL;
  // Some messages go past HTML_PARSE_NOERROR to the context's own handlers.
  if (context->sax != NULL) {
    context->sax->error = stay_silent;
    context->sax->warning = stay_silent;
  }
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  // The encoding is given, so that a <meta charset> in already decoded text is not applied a second time.
  htmlDocPtr document = htmlCtxtReadMemory(context, bytes, (int)length, NULL, "UTF-8", options);
  htmlFreeParserCtxt(context);
  return (chtml_document *)document;
}

void chtml_free(chtml_document *document) {
  if (document != NULL) xmlFreeDoc((xmlDocPtr)document);
}

const chtml_node *chtml_root(const chtml_document *document) {
  return document == NULL ? NULL : (const chtml_node *)xmlDocGetRootElement((xmlDocPtr)document);
}

const chtml_node *chtml_parent(const chtml_node *node) {
  const xmlNode *parent = node == NULL ? NULL : ((const xmlNode *)node)->parent;
  return parent != NULL && parent->type == XML_ELEMENT_NODE ? (const chtml_node *)parent : NULL;
}

const chtml_node *chtml_first_child(const chtml_node *node) {
  const xmlNode *n = (const xmlNode *)node;
  // Entity references point into the declaration, which is no child.
  if (n == NULL || n->type != XML_ELEMENT_NODE) return NULL;
  return (const chtml_node *)n->children;
}

const chtml_node *chtml_next_sibling(const chtml_node *node) {
  return node == NULL ? NULL : (const chtml_node *)((const xmlNode *)node)->next;
}

int chtml_node_kind(const chtml_node *node) {
  if (node == NULL) return chtml_kind_other;
  switch (((const xmlNode *)node)->type) {
    case XML_ELEMENT_NODE: return chtml_kind_element;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE: return chtml_kind_text;
    default: return chtml_kind_other;
  }
}

const char *chtml_name(const chtml_node *node) {
  const xmlNode *n = (const xmlNode *)node;
  return n != NULL && n->type == XML_ELEMENT_NODE ? (const char *)n->name : NULL;
}

const char *chtml_text(const chtml_node *node) {
  return chtml_node_kind(node) == chtml_kind_text ? (const char *)((const xmlNode *)node)->content : NULL;
}

char *chtml_copy_attribute(const chtml_node *node, const char *name) {
  if (chtml_node_kind(node) != chtml_kind_element || name == NULL) return NULL;
  return (char *)xmlGetProp((const xmlNode *)node, (const xmlChar *)name);
}

void chtml_release(char *string) {
  if (string != NULL) xmlFree(string);
}
