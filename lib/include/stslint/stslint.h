#ifndef STSLINT_STSLINT_H
#define STSLINT_STSLINT_H

#include <stddef.h>
#include <stdint.h>

/* stslint for C, and for languages that call C. Lints the payloads of StackState's Receiver API in the process that
 * makes them, with the same findings as the program stslint.
 *
 *     stslint_linter *linter = NULL;
 *     size_t count = 0;
 *     if (stslint_linter_new(NULL, &linter) != STSLINT_OK ||
 *         stslint_lint(linter, bytes, size, NULL, &count) != STSLINT_OK)
 *       fprintf(stderr, "%s\n", stslint_error());
 *     for (size_t i = 0; i < count; ++i) {
 *       stslint_finding finding = {sizeof finding};
 *       stslint_describe(linter, i, &finding);
 *       printf("%zu:%zu %s: %s\n", finding.line, finding.column, finding.rule.data, finding.message.data);
 *     }
 *     stslint_linter_free(linter);
 *
 * Answers. All functions return STSLINT_OK or another code, except the two _free functions, stslint_version and
 * stslint_error. After another code, stslint_error() has one line for the person who made the mistake. A mistake in a
 * payload is no such code, but a finding. A handle can be used again after an error.
 *
 * Ownership. A handle belongs to its caller, who frees it. All texts that a function gives belong to its handle, and
 * are valid until the next call with that handle. They are UTF-8, but for payloads, and end with a zero byte that their
 * size does not count. The library keeps no reference to what it is given.
 *
 * Threads. A handle is for one thread at a time; different handles can be used at the same time.
 *
 * Versions. A struct starts with its size, which the caller sets: a program works with a later library. A member that
 * is zero or NULL means the default. Functions and members are added, never changed.
 *
 * Any bytes are accepted. The library never prints, exits, or reads files, the clock or the environment. */

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define STSLINT_API __attribute__((visibility("default")))
#else
#define STSLINT_API
#endif

enum {
  STSLINT_OK = 0,
  STSLINT_WRONG_USE = 1, /* an argument has no meaning: a form, rule or option that does not exist, for example */
  STSLINT_NO_MEMORY = 2,
  STSLINT_INTERNAL = 3 /* a mistake of stslint */
};

enum { STSLINT_INFO = 0, STSLINT_WARNING = 1, STSLINT_ERROR = 2 };
enum { STSLINT_NO_FIX = 0, STSLINT_SAFE_FIX = 1, STSLINT_UNSAFE_FIX = 2 };

typedef struct stslint_linter stslint_linter;
typedef struct stslint_generator stslint_generator;

typedef struct stslint_text {
  const char *data;
  size_t size;
} stslint_text;

/* The version of the library, such as "0.1.0". */
STSLINT_API const char *stslint_version(void);

/* Why the last call on this thread that failed did so. Valid until the next one that fails. */
STSLINT_API const char *stslint_error(void);

typedef struct stslint_options {
  size_t size;               /* sizeof(stslint_options) */
  double now;                /* seconds since 1970; without it, no rule compares with the current time */
  double max_age;            /* seconds; with it and `now`, older events are findings */
  const char *time_format;   /* "s" or "ms": the unit of the times in payloads */
  const char *stackstate;    /* "5.1", "5.2" or "suse": the documentation that payloads must follow */
  const char *const *ignore; /* the ids of rules whose findings are left out */
  size_t ignore_count;
  const char *schema; /* a JSON Schema (draft-07) of your own that payloads must match too */
  size_t schema_size;
  int comments; /* comments and trailing commas are no mistakes */
  int stream;   /* the texts are messages of streams, in order: rules for sequences apply */
} stslint_options;

/* Makes a linter. `options` can be NULL. */
STSLINT_API int stslint_linter_new(const stslint_options *options, stslint_linter **linter);
STSLINT_API void stslint_linter_free(stslint_linter *linter);

/* Lints a text. `form` is what it is: "payload", a part of one, such as "event", or any other definition of the schema;
 * NULL or "auto" lets its keys decide. `count` becomes the number of findings, in order of place. */
STSLINT_API int stslint_lint(stslint_linter *linter, const char *bytes, size_t size, const char *form, size_t *count);

/* The form that the last stslint_lint read its text as, such as "payload" or "event". */
STSLINT_API int stslint_form(stslint_linter *linter, stslint_text *form);

typedef struct stslint_finding {
  size_t size;                /* sizeof(stslint_finding) */
  stslint_text rule, message; /* one line, safe to print; secrets are masked */
  stslint_text pointer;       /* a JSON Pointer, with control characters of the payload; secrets in names are masked */
  size_t line, column, end_line, end_column; /* from 1, columns in code points; the end is after the last character */
  size_t offset, length;                     /* in bytes */
  int severity;                              /* STSLINT_INFO, STSLINT_WARNING or STSLINT_ERROR */
  int fix;                                   /* STSLINT_NO_FIX, STSLINT_SAFE_FIX or STSLINT_UNSAFE_FIX */
  stslint_text suggestion;                   /* what to write instead; empty if unknown */
  stslint_text event;                        /* the name of the event that has it; data is NULL outside of events */
  size_t event_index;
  stslint_text frame; /* the line of the place, or the part around the place, for people; secrets are masked */
  size_t frame_mark, frame_mark_size; /* the place in the frame, in bytes */
} stslint_finding;

/* Describes one of the findings of the last stslint_lint, the first of which is number 0. */
STSLINT_API int stslint_describe(stslint_linter *linter, size_t number, stslint_finding *finding);

/* All findings of the last stslint_lint as JSON: what `stslint check --format json` prints. `file` is the name in it;
 * NULL: `<payload>`. */
STSLINT_API int stslint_report(stslint_linter *linter, const char *file, stslint_text *json);

/* Fixes a text: what `stslint check --fix` writes, or, with `unsafe`, --unsafe-fixes. `count` becomes the number of
 * fixed findings. Afterwards, the linter has no findings to describe. */
STSLINT_API int stslint_fix(stslint_linter *linter, const char *bytes, size_t size, const char *form, int unsafe,
                            stslint_text *fixed, size_t *count);

/* A rule as a JSON object, one of those in `stslint explain --format json`; NULL: the list of all rules. */
STSLINT_API int stslint_explain(stslint_linter *linter, const char *rule, stslint_text *json);

/* The JSON Schema (draft-07) of a part, such as "event"; NULL: of a payload. */
STSLINT_API int stslint_schema(stslint_linter *linter, const char *part, stslint_text *json);

typedef struct stslint_generator_options {
  size_t size;             /* sizeof(stslint_generator_options) */
  const char *part;        /* a form: generate only this part of payloads */
  const char *kind;        /* a class of `stslint generate --list`: generate only payloads of this class */
  const char *rule;        /* generate only payloads that break this rule */
  const char *time_format; /* "s" or "ms": the unit of the times */
} stslint_generator_options;

/* Makes a generator of good and broken payloads. `options` can be NULL. */
STSLINT_API int stslint_generator_new(uint64_t seed, const stslint_generator_options *options,
                                      stslint_generator **generator);
STSLINT_API void stslint_generator_free(stslint_generator *generator);

/* Generates payload number `index` of the seed: the same bytes on every machine. `label` becomes a JSON object with its
 * class, its mistakes, and the answer that a receiver should give, as in the lines of `stslint generate`. */
STSLINT_API int stslint_generate(stslint_generator *generator, uint64_t index, stslint_text *payload,
                                 stslint_text *label);

#ifdef __cplusplus
}
#endif

#endif
