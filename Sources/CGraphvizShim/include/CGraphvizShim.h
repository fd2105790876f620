#ifndef CGRAPHVIZSHIM_H
#define CGRAPHVIZSHIM_H

#include <stdbool.h>
#include <stddef.h>

// A small opaque interface to libgraphviz. Nothing here may be called from two threads at once: the library keeps
// global state, whatever the number of contexts.

/// The library's context with its plugins. Make one for the life of the process.
typedef struct entente_graphviz entente_graphviz;
/// A graph that owns its nodes and edges.
typedef struct entente_graph entente_graph;
/// A node, an edge or a subgraph of a graph; lives as long as the graph does.
typedef struct entente_element entente_element;

/// Null when memory is short.
entente_graphviz *entente_graphviz_create(void);

/// The library's messages since the last call of `entente_graphviz_reset`, in one string that the context owns.
const char *entente_graphviz_messages(const entente_graphviz *context);
/// Whether one of those messages was an error rather than a warning.
bool entente_graphviz_failed(const entente_graphviz *context);
void entente_graphviz_reset(entente_graphviz *context);

/// An empty directed graph that may have parallel edges; null when memory is short.
entente_graph *entente_graph_create(void);
/// Frees graph, layout and elements; null is allowed.
void entente_graph_destroy(entente_graphviz *context, entente_graph *graph);

/// Elements are made or, where one of that name is there, found. Null when memory is short.
entente_element *entente_graph_node(entente_graph *graph, const char *name);
entente_element *entente_graph_edge(
    entente_graph *graph, entente_element *tail, entente_element *head, const char *name);

/// Makes that many clusters, which are drawn as frames, in the order in which the library will go through them; once a
/// graph. They are empty at first. False when memory is short.
bool entente_graph_clusters(entente_graph *graph, entente_element **clusters, size_t count);
/// Puts a node of the graph into a cluster of it.
bool entente_cluster_add(entente_element *cluster, entente_element *node);

/// Sets an attribute of an element, or of the graph where `element` is null. Strings are UTF-8 and are copied;
/// with `is_html` the value is an HTML-like label without its outer angle brackets.
bool entente_graph_set(
    entente_graph *graph, entente_element *element, const char *key, const char *value, bool is_html);
/// Sets what nodes (or edges) have that do not set the attribute themselves. Call it before elements are made.
bool entente_graph_default(entente_graph *graph, bool of_edges, const char *key, const char *value);
/// An attribute's value, or null; valid until the attribute is set again.
const char *entente_graph_get(entente_graph *graph, entente_element *element, const char *key);

/// Lays the graph out, once a graph. False for an unknown engine; read the messages in either case.
bool entente_graph_layout(entente_graphviz *context, entente_graph *graph, const char *engine);
/// Writes positions and sizes into the attributes `pos`, `lp`, `width`, `height` and `bb` of a laid out graph.
void entente_graph_attach_positions(entente_graph *graph);
/// The size of an edge's label in points; false where it has none.
bool entente_graph_label_size(entente_element *edge, double *width, double *height);
/// Renders a laid out graph. False for an unknown format. Free the bytes with `entente_graph_free_bytes`.
bool entente_graph_render(
    entente_graphviz *context, entente_graph *graph, const char *format, char **bytes, size_t *count);
void entente_graph_free_bytes(char *bytes);

/// Ends this process when it has used that much processor time, and lets it have no more memory than that.
void entente_limit_process(unsigned seconds, size_t bytes);

#endif
