/* Tables that are written down in C, given as streams by the Arrow C stream interface. */
#ifndef COLUMNS_H
#define COLUMNS_H

#include "arrow.h"

enum { MAX_BUFFERS = 4, MAX_CHILDREN = 10 };

/* A column: its type as the format of Arrow says it, its values, and the columns inside. */
struct column {
  const char *name;
  const char *format;
  int64_t length;
  int64_t nulls;
  int64_t n_buffers;
  const void *buffers[MAX_BUFFERS];
  int64_t n_children;
  const struct column *children[MAX_CHILDREN];
  const struct column *dictionary;
};

/* A stream of one table; what it gives lies on the heap until it is released, as with any producer. */
struct ArrowArrayStream table_of(const struct column *table);

/* How many streams, schemas and arrays were given and not released yet. */
extern int unreleased;

#endif
