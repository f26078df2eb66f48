/* Schemas and arrays of columns, each with a release that frees what it owns. */
#include "columns.h"

#include <stdlib.h>
#include <string.h>

int unreleased = 0;

/* The table of a stream, until it is given. */
struct source {
  const struct column *table;
  int given;
};

static void *memory(size_t size) {
  void *made = calloc(1, size ? size : 1);
  if (!made) abort();
  return made;
}

static void release_schema(struct ArrowSchema *schema) {
  int64_t i;
  for (i = 0; i < schema->n_children; ++i) {
    if (schema->children[i]->release) schema->children[i]->release(schema->children[i]);
    free(schema->children[i]);
  }
  if (schema->dictionary && schema->dictionary->release) schema->dictionary->release(schema->dictionary);
  free(schema->dictionary);
  free(schema->children);
  schema->release = NULL;
  --unreleased;
}

static void release_array(struct ArrowArray *array) {
  int64_t i;
  for (i = 0; i < array->n_children; ++i) {
    if (array->children[i]->release) array->children[i]->release(array->children[i]);
    free(array->children[i]);
  }
  if (array->dictionary && array->dictionary->release) array->dictionary->release(array->dictionary);
  free(array->dictionary);
  free(array->children);
  free((void *)array->buffers);
  array->release = NULL;
  --unreleased;
}

static void schema_of(const struct column *column, struct ArrowSchema *out) {
  int64_t i;
  memset(out, 0, sizeof *out);
  out->format = column->format;
  out->name = column->name;
  out->flags = 2; /* nullable */
  out->n_children = column->n_children;
  out->children = memory(sizeof(void *) * (size_t)column->n_children);
  for (i = 0; i < column->n_children; ++i) {
    out->children[i] = memory(sizeof(struct ArrowSchema));
    schema_of(column->children[i], out->children[i]);
  }
  if (column->dictionary) {
    out->dictionary = memory(sizeof(struct ArrowSchema));
    schema_of(column->dictionary, out->dictionary);
  }
  out->release = release_schema;
  ++unreleased;
}

static void array_of(const struct column *column, struct ArrowArray *out) {
  int64_t i;
  memset(out, 0, sizeof *out);
  out->length = column->length;
  out->null_count = column->nulls;
  out->n_buffers = column->n_buffers;
  out->buffers = memory(sizeof(void *) * (size_t)column->n_buffers);
  for (i = 0; i < column->n_buffers; ++i) out->buffers[i] = column->buffers[i];
  out->n_children = column->n_children;
  out->children = memory(sizeof(void *) * (size_t)column->n_children);
  for (i = 0; i < column->n_children; ++i) {
    out->children[i] = memory(sizeof(struct ArrowArray));
    array_of(column->children[i], out->children[i]);
  }
  if (column->dictionary) {
    out->dictionary = memory(sizeof(struct ArrowArray));
    array_of(column->dictionary, out->dictionary);
  }
  out->release = release_array;
  ++unreleased;
}

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
  schema_of(((struct source *)stream->private_data)->table, out);
  return 0;
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
  struct source *source = stream->private_data;
  memset(out, 0, sizeof *out);
  if (!source->given++) array_of(source->table, out);
  return 0;
}

static const char *last_error(struct ArrowArrayStream *stream) {
  (void)stream;
  return NULL;
}

static void release_stream(struct ArrowArrayStream *stream) {
  free(stream->private_data);
  stream->release = NULL;
  --unreleased;
}

struct ArrowArrayStream table_of(const struct column *table) {
  struct ArrowArrayStream stream;
  struct source *source = memory(sizeof *source);
  source->table = table;
  stream.get_schema = get_schema;
  stream.get_next = get_next;
  stream.get_last_error = last_error;
  stream.release = release_stream;
  stream.private_data = source;
  ++unreleased;
  return stream;
}
