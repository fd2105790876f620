#include "CGraphvizShim.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

struct entente_graphviz {
  GVC_t *gvc;
};

struct entente_graph {
  Agraph_t *graph;
  bool has_clusters;
  bool has_layout;
};

// The library reports through one process-wide function that takes a message in several pieces, so the buffer is
// process-wide too. It is bounded: a graph of a thousand bad labels gives a thousand messages.
static char messages[8192];
static size_t messages_length = 0;

static int collect(char *piece) {
  size_t length = strlen(piece);
  size_t room = sizeof messages - 1 - messages_length;
  if (length > room) length = room;
  memcpy(messages + messages_length, piece, length);
  messages_length += length;
  messages[messages_length] = '\0';
  return 0;
}

entente_graphviz *entente_graphviz_create(void) {
  entente_graphviz *context = calloc(1, sizeof *context);
  if (context == NULL) return NULL;
  agseterrf(collect);
  agseterr(AGWARN);
  context->gvc = gvContext();
  if (context->gvc == NULL) {
    free(context);
    return NULL;
  }
  return context;
}

const char *entente_graphviz_messages(const entente_graphviz *context) {
  (void)context;
  return messages;
}

bool entente_graphviz_failed(const entente_graphviz *context) {
  (void)context;
  return agerrors() >= AGERR;
}

void entente_graphviz_reset(entente_graphviz *context) {
  (void)context;
  messages_length = 0;
  messages[0] = '\0';
  (void)agreseterrors();
}

entente_graph *entente_graph_create(void) {
  entente_graph *graph = calloc(1, sizeof *graph);
  if (graph == NULL) return NULL;
  graph->graph = agopen("entente", Agdirected, NULL);
  if (graph->graph == NULL) {
    free(graph);
    return NULL;
  }
  return graph;
}

void entente_graph_destroy(entente_graphviz *context, entente_graph *graph) {
  if (graph == NULL) return;
  if (graph->has_layout) gvFreeLayout(context->gvc, graph->graph);
  agclose(graph->graph);
  free(graph);
}

entente_element *entente_graph_node(entente_graph *graph, const char *name) {
  return (entente_element *)agnode(graph->graph, (char *)name, 1);
}

entente_element *entente_graph_edge(
    entente_graph *graph, entente_element *tail, entente_element *head, const char *name) {
  return (entente_element *)agedge(graph->graph, (Agnode_t *)tail, (Agnode_t *)head, (char *)name, 1);
}

static int by_address(const void *left, const void *right) {
  uintptr_t a = (uintptr_t)*(char *const *)left, b = (uintptr_t)*(char *const *)right;
  return (a > b) - (a < b);
}

bool entente_graph_clusters(entente_graph *graph, entente_element **clusters, size_t count) {
  // The library goes through subgraphs by the addresses of their names. So names are made first, and dealt out in that
  // order: the same graph is then laid out in the same way wherever its strings came to lie.
  char **names = calloc(count + 1, sizeof *names);
  if (names == NULL) return false;
  bool is_whole = true;
  for (size_t i = 0; i < count; i++) {
    char name[40];
    snprintf(name, sizeof name, "cluster%zu", i + 1);
    names[i] = agstrdup(graph->graph, name);
    is_whole = is_whole && names[i] != NULL;
  }
  if (is_whole) qsort(names, count, sizeof *names, by_address);
  for (size_t i = 0; i < count && is_whole; i++) {
    clusters[i] = (entente_element *)agsubg(graph->graph, names[i], 1);
    is_whole = clusters[i] != NULL;
  }
  for (size_t i = 0; i < count; i++) {
    if (names[i] != NULL) agstrfree(graph->graph, names[i]);
  }
  free(names);
  graph->has_clusters = count > 0;
  return is_whole;
}

bool entente_cluster_add(entente_element *cluster, entente_element *node) {
  return agsubnode((Agraph_t *)cluster, (Agnode_t *)node, 1) != NULL;
}

bool entente_graph_set(
    entente_graph *graph, entente_element *element, const char *key, const char *value, bool is_html) {
  void *object = element == NULL ? (void *)graph->graph : (void *)element;
  if (!is_html) return agsafeset(object, (char *)key, (char *)value, "") == 0;
  // The string table keeps one entry a text and remembers whether it is HTML: entering it first makes the attribute's
  // own reference HTML too.
  char *html = agstrdup_html(graph->graph, (char *)value);
  if (html == NULL) return false;
  bool is_set = agsafeset(object, (char *)key, html, "") == 0;
  agstrfree(graph->graph, html);
  return is_set;
}

bool entente_graph_default(entente_graph *graph, bool of_edges, const char *key, const char *value) {
  return agattr(graph->graph, of_edges ? AGEDGE : AGNODE, (char *)key, (char *)value) != NULL;
}

const char *entente_graph_get(entente_graph *graph, entente_element *element, const char *key) {
  return agget(element == NULL ? (void *)graph->graph : (void *)element, (char *)key);
}

bool entente_graph_layout(entente_graphviz *context, entente_graph *graph, const char *engine) {
  if (gvLayout(context->gvc, graph->graph, engine) != 0) return false;
  // `dot` frees a rank twice where a line with words lies level inside a cluster (2.42 does; `dot -Tsvg` of two such
  // graphs in one file shows it). Such a layout is left in memory instead.
  graph->has_layout = !(graph->has_clusters && strcmp(engine, "dot") == 0);
  return true;
}

void entente_graph_attach_positions(entente_graph *graph) { attach_attrs(graph->graph); }

bool entente_graph_label_size(entente_element *edge, double *width, double *height) {
  textlabel_t *label = ED_label((Agedge_t *)edge);
  if (label == NULL) return false;
  *width = label->dimen.x;
  *height = label->dimen.y;
  return true;
}

bool entente_graph_render(
    entente_graphviz *context, entente_graph *graph, const char *format, char **bytes, size_t *count) {
  *bytes = NULL;
  // Releases differ in the type of the length, `unsigned` or `size_t`; zeroed, it holds either on the little-endian
  // machines that this runs on.
  *count = 0;
  return gvRenderData(context->gvc, graph->graph, format, bytes, (void *)count) == 0 && *bytes != NULL;
}

void entente_graph_free_bytes(char *bytes) { gvFreeRenderData(bytes); }

void entente_limit_process(unsigned seconds, size_t bytes) {
  struct rlimit time = {seconds, seconds + 1};
  struct rlimit memory = {bytes, bytes};
  (void)setrlimit(RLIMIT_CPU, &time);
  (void)setrlimit(RLIMIT_AS, &memory);
}
