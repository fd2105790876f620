// The header is empty on purpose: libxml2's own headers are included by CHTML's C file alone, because they clash with
// Foundation's ICU when Swift imports them.
