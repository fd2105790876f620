// The header is empty on purpose: Graphviz's own headers are included by CGraphvizShim's C file alone, because Swift
// cannot import their globals, macros and variadic functions.
