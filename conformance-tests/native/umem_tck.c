/*
 * The C kit. It speaks the protocol of docs/protocol.md for the subject that umem_tck_subject()
 * describes. In this order: what is written, what is read, threads and their turns, what the
 * subject calls, the calls one by one, and the requests that drive it all.
 */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif

#include "umem_tck.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define AWAKE 100	   /* how often the next request is asked for before the thread sleeps */
#define BATCH 64	   /* requests that may come before a reply is read */
#define LONGEST_LINE 1000  /* bytes of a request, with its line feed */
#define MOST_FIELDS 32	   /* of a request */
#define MOST_CALLBACKS 1024 /* functions given to umem_lockmemory on one machine */
#define OWN_THREADS 1000000 /* numbers above it are of the machine's own threads */
#define DEVICE_READS 0x40  /* B_READ, which not every header for the DDI has */
#define POISON 0xdeadbeefbaddcafeu

const char umem_tck_offered[] = "offered";

static const struct umem_tck_subject *subject;

/* The number of the request that is under way; its reply has the same. */
static uint64_t seq;

/* How often the subject has said that something changed, and how much of that the kit knows. */
static _Atomic uint64_t changes;
static uint64_t changes_told;

static _Noreturn void
die(const char *what)
{
	fprintf(stderr, "umem_tck: %s\n", what);
	abort();
}

/* ---- What is written. Only the thread whose turn it is writes. */

static int out_fd;
static char out[1 << 16];
static size_t out_len;

static void
flush(void)
{
	size_t done = 0;

	while (done < out_len) {
		ssize_t n = write(out_fd, out + done, out_len - done);
		if (n < 0 && errno != EINTR) {
			_exit(1); /* the kit is gone, and so is whoever could be told */
		}
		done += n < 0 ? 0 : (size_t)n;
	}
	out_len = 0;
}

static void
put(const char *bytes, size_t n)
{
	while (n > 0) {
		if (out_len == sizeof(out)) {
			flush();
		}
		size_t fits = sizeof(out) - out_len < n ? sizeof(out) - out_len : n;
		memcpy(out + out_len, bytes, fits);
		out_len += fits;
		bytes += fits;
		n -= fits;
	}
}

static void
put_text(const char *text)
{
	put(text, strlen(text));
}

static void
put_number(uint64_t n, unsigned base)
{
	char digits[20];
	size_t at = sizeof(digits);

	do {
		digits[--at] = "0123456789abcdef"[n % base];
		n /= base;
	} while (n > 0);
	put(digits + at, sizeof(digits) - at);
}

/* A string. What is not ASCII is not passed on: nobody knows its encoding. */
static void
put_string(const char *text)
{
	put("\"", 1);
	for (; *text != '\0'; text++) {
		char c = *text;
		if (c == '"' || c == '\\') {
			put("\\", 1);
		} else if (c == '\n') {
			put("\\n", 2);
			continue;
		} else if (c < ' ' || c > '~') {
			c = '?';
		}
		put(&c, 1);
	}
	put("\"", 1);
}

static void
put_name(const char *name)
{
	put(",\"", 2);
	put_text(name);
	put("\":", 2);
}

static void
put_int(const char *name, int64_t n)
{
	put_name(name);
	if (n < 0) {
		put("-", 1);
	}
	put_number(n < 0 ? -(uint64_t)n : (uint64_t)n, 10);
}

/* 64 bits unsigned, as a string. */
static void
put_amount(const char *name, uint64_t n)
{
	put_name(name);
	put("\"", 1);
	put_number(n, 10);
	put("\"", 1);
}

static void
put_offset(const char *name, int64_t n)
{
	put_name(name);
	put("\"-", n < 0 ? 2 : 1);
	put_number(n < 0 ? -(uint64_t)n : (uint64_t)n, 10);
	put("\"", 1);
}

static void
put_address(const char *name, uintptr_t address)
{
	put_name(name);
	put("\"0x", 3);
	put_number(address, 16);
	put("\"", 1);
}

static void
put_errno(int error)
{
	static const struct {
		int error;
		const char *name;
	} names[] = {{0, "0"}, {ENXIO, "ENXIO"}, {EAGAIN, "EAGAIN"}, {ENOMEM, "ENOMEM"},
	    {EACCES, "EACCES"}, {EFAULT, "EFAULT"}, {EINVAL, "EINVAL"}};
	char decimal[16];
	const char *text = decimal;

	snprintf(decimal, sizeof(decimal), "%d", error);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (names[i].error == error) {
			text = names[i].name;
		}
	}
	put_name("errno");
	put_string(text);
}

static void
reply(const char *state)
{
	put("{\"seq\":", 7);
	put_number(seq, 10);
	put(",\"state\":\"", 10);
	put_text(state);
	put("\"", 1);
}

static void put_began(void);

static void
end_reply(void)
{
	if (changes != changes_told) {
		changes_told = changes;
		put_int("changed", 1);
	}
	put_began();
	put("}\n", 2);
}

static void
done(void)
{
	reply("returned");
	end_reply();
}

static void reply_error(const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 1, 2)))
#endif
    ;

static void
reply_error(const char *format, ...)
{
	char text[400];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	reply("error");
	put_name("text");
	put_string(text);
	put("}\n", 2);
}

/* ---- What is read: flat JSON objects, one a line. */

static int in_fd;
static char in[1 << 16];
static size_t in_at;
static size_t in_end;

/* The next request mostly comes sooner than a thread that sleeps for it would be woken. */
static void
wait_awake(void)
{
	struct pollfd request = {.fd = in_fd, .events = POLLIN};

	for (int i = 0; i < AWAKE && poll(&request, 1, 0) == 0; i++) {
	}
}

/* The next line without its line feed; NULL at the end of the input. */
static char *
next_line(size_t *length)
{
	for (;;) {
		char *line = in + in_at;
		char *feed = memchr(line, '\n', in_end - in_at);
		if (feed != NULL) {
			*length = (size_t)(feed - line);
			in_at += *length + 1;
			return line;
		}
		flush(); /* nothing more has come in: now the replies are waited for */
		memmove(in, line, in_end - in_at);
		in_end -= in_at;
		in_at = 0;
		if (in_end == sizeof(in)) {
			die("a request without end");
		}
		wait_awake();
		ssize_t n = read(in_fd, in + in_end, sizeof(in) - in_end);
		if (n == 0 || (n < 0 && errno != EINTR)) {
			return NULL;
		}
		in_end += n < 0 ? 0 : (size_t)n;
	}
}

/* A piece of a line. */
struct piece {
	const char *at;
	size_t length;
};

struct field {
	struct piece key;
	struct piece value;
	bool quoted;
};

/* The request that was read last. Who makes a call reads its fields before it calls. */
static struct {
	struct field fields[MOST_FIELDS];
	int count;
	const char *fault; /* what is wrong with it; NULL: nothing yet */
	const char *where; /* in which field; "": not in a field */
} request;

static void
wrong(const char *where, const char *fault)
{
	if (request.fault == NULL) {
		request.where = where;
		request.fault = fault;
	}
}

static bool
is(struct piece p, const char *text)
{
	return strncmp(p.at, text, p.length) == 0 && text[p.length] == '\0';
}

static const struct field *
find_field(const char *name)
{
	for (int i = 0; i < request.count; i++) {
		if (is(request.fields[i].key, name)) {
			return &request.fields[i];
		}
	}
	return NULL;
}

static const char *
skip_blanks(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\t' || *p == '\r')) {
		p++;
	}
	return p;
}

/* Reads a string of printable ASCII without escapes; NULL if it is none. */
static const char *
read_string(const char *p, const char *end, struct piece *into)
{
	if (p == end || *p != '"') {
		return NULL;
	}
	into->at = ++p;
	while (p < end && *p >= ' ' && *p <= '~' && *p != '"' && *p != '\\') {
		p++;
	}
	into->length = (size_t)(p - into->at);
	return p < end && *p == '"' ? p + 1 : NULL;
}

/* Reads an integer; NULL if it is none. */
static const char *
read_integer(const char *p, const char *end, struct piece *into)
{
	into->at = p;
	p += p < end && *p == '-';
	const char *digits = p;
	while (p < end && *p >= '0' && *p <= '9') {
		p++;
	}
	into->length = (size_t)(p - into->at);
	return p > digits && (*digits != '0' || p == digits + 1) ? p : NULL;
}

/* Takes a line apart. False: it is no flat object, and the request has a fault. */
static bool
parse(const char *p, size_t length)
{
	const char *end = p + length;

	request.count = 0;
	request.fault = NULL;
	if (length + 1 > LONGEST_LINE) {
		wrong("", "it is longer than a request may be");
		return false;
	}
	p = skip_blanks(p, end);
	if (p == end || *p != '{') {
		wrong("", "it is not a JSON object");
		return false;
	}
	do {
		struct field f;
		p = read_string(skip_blanks(p + 1, end), end, &f.key);
		p = p == NULL ? end : skip_blanks(p, end);
		if (p == end || *p != ':') {
			wrong("", "a name and a colon are expected");
			return false;
		}
		p = skip_blanks(p + 1, end);
		f.quoted = p < end && *p == '"';
		p = f.quoted ? read_string(p, end, &f.value) : read_integer(p, end, &f.value);
		p = p == NULL ? end : skip_blanks(p, end);
		if (p == end || (*p != ',' && *p != '}')) {
			wrong("", "a plain string or an integer is expected, then a comma or the end");
			return false;
		}
		for (int i = 0; i < request.count; i++) {
			if (request.fields[i].key.length == f.key.length &&
			    memcmp(request.fields[i].key.at, f.key.at, f.key.length) == 0) {
				wrong("", "a name is there twice");
				return false;
			}
		}
		if (request.count == MOST_FIELDS) {
			wrong("", "it has too many fields");
			return false;
		}
		request.fields[request.count++] = f;
	} while (*p == ',');
	if (skip_blanks(p + 1, end) != end) {
		wrong("", "something follows the object");
		return false;
	}
	return true;
}

/* Adds a digit; false if the number grows beyond 64 bits. */
static bool
shift_in(uint64_t *n, unsigned digit, unsigned base)
{
	if (*n > (UINT64_MAX - digit) / base) {
		return false;
	}
	*n = *n * base + digit;
	return true;
}

/* Reads decimal digits to the end of a piece; false if they are no number of 64 bits. */
static bool
read_decimal(struct piece p, uint64_t *n)
{
	*n = 0;
	for (size_t i = 0; i < p.length; i++) {
		if (p.at[i] < '0' || p.at[i] > '9' ||
		    !shift_in(n, (unsigned)(p.at[i] - '0'), 10)) {
			return false;
		}
	}
	return p.length > 0;
}

/* size_t, an amount, or the number of a process, project or zone. */
static uint64_t
get_amount(const char *name)
{
	const struct field *f = find_field(name);
	uint64_t n = 0;

	if (f == NULL) {
		wrong(name, "is missing");
	} else if (!f->quoted || !read_decimal(f->value, &n)) {
		wrong(name, "is not a string with an unsigned decimal number of 64 bits");
	}
	return n;
}

static uint64_t
get_amount_or(const char *name, uint64_t usual)
{
	return find_field(name) == NULL ? usual : get_amount(name);
}

/* An address, a cookie or a buf. */
static uintptr_t
get_address(const char *name)
{
	const struct field *f = find_field(name);
	uint64_t n = 0;

	if (f == NULL) {
		wrong(name, "is missing");
		return 0;
	}
	bool good = f->quoted && f->value.length > 2 && memcmp(f->value.at, "0x", 2) == 0;
	for (size_t i = 2; good && i < f->value.length; i++) {
		char c = f->value.at[i];
		bool letter = c >= 'a' && c <= 'f';
		good = (letter || (c >= '0' && c <= '9')) &&
		    shift_in(&n, (unsigned)(letter ? c - 'a' + 10 : c - '0'), 16);
	}
	if (!good) {
		wrong(name, "is not a string with 0x and a lower-case hex number of 64 bits");
	}
	return n;
}

/* off_t, or a block number: signed. */
static int64_t
get_offset(const char *name)
{
	const struct field *f = find_field(name);
	uint64_t n = 0;

	if (f == NULL) {
		wrong(name, "is missing");
		return 0;
	}
	struct piece digits = f->value;
	bool negative = f->quoted && digits.length > 0 && *digits.at == '-';
	if (negative) {
		digits.at++;
		digits.length--;
	}
	/* There is one more of those below 0. */
	if (!f->quoted || !read_decimal(digits, &n) || n > (uint64_t)INT64_MAX + negative) {
		wrong(name, "is not a string with a signed decimal number of 64 bits");
		return 0;
	}
	return (int64_t)(negative ? -n : n);
}

static int64_t
get_integer(const char *name, int64_t low, int64_t high)
{
	const struct field *f = find_field(name);
	uint64_t n = 0;

	if (f == NULL) {
		wrong(name, "is missing");
		return low;
	}
	struct piece digits = f->value;
	bool negative = !f->quoted && *digits.at == '-';
	if (negative) {
		digits.at++;
		digits.length--;
	}
	bool good = !f->quoted && read_decimal(digits, &n) && n <= INT64_MAX;
	int64_t value = negative ? -(int64_t)(n & INT64_MAX) : (int64_t)(n & INT64_MAX);
	if (!good || value < low || value > high) {
		wrong(name, "is not an integer of its range");
		return low;
	}
	return value;
}

static int
get_int(const char *name)
{
	return (int)get_integer(name, INT_MIN, INT_MAX);
}

/* Which of some names. */
static int
get_name(const char *name, const char *const *names, int count)
{
	const struct field *f = find_field(name);

	for (int i = 0; f != NULL && f->quoted && i < count; i++) {
		if (is(f->value, names[i])) {
			return i;
		}
	}
	wrong(name, f == NULL ? "is missing" : "has no such value");
	return 0;
}

/* Whether the fields that were asked for were all right; if not, says so to the kit. */
static bool
fields_are_right(void)
{
	if (request.fault != NULL) {
		reply_error("the request cannot be read: %s%s%s", request.where,
		    *request.where == '\0' ? "" : " ", request.fault);
		return false;
	}
	return true;
}

/* ---- Threads. One runs at a time: the first one, which reads requests, or one of the others. */

enum stage {
	FRESH,	 /* has not run yet */
	RUNNING, /* has the turn, or gave it to the first thread in a callback of that one */
	WAITING, /* in umem_tck_await */
	CALLING, /* in a cleanup function of the kit */
};

struct strand {
	struct strand *next; /* of the machine, by number; or of the idle ones */
	uint64_t number;
	enum stage stage;
	pthread_cond_t go;
	jmp_buf base; /* where a call is left that must not go on */

	int (*until)(void *); /* what it waits for */
	void *arg;
	uint64_t asked_at; /* how many changes there were when it was asked last */
	bool ready;	   /* what the last poll found */

	void (*body)(void *); /* of a thread of the machine's own; NULL: it makes a call */
	void *body_arg;
	bool told; /* whether the kit knows of it */

	bool placed; /* whether the subject knows its context and its process */
	enum umem_tck_context context;
	uint64_t proc;
};

/* The thread that is there from boot on, and reads requests. */
static struct strand first = {.stage = RUNNING, .go = PTHREAD_COND_INITIALIZER};

static _Thread_local struct strand *self;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static struct strand *running = &first;

static struct strand *strands; /* of the machine, by number */
static struct strand *idle;
static uint64_t own_threads; /* of the machine, so far */
static uint64_t untold;	     /* of them, the kit does not know */
static bool discarding;	     /* the machine is thrown away: whoever runs must end */

/* Gives the turn away, and waits for it. */
static void
pass(struct strand *to)
{
	pthread_mutex_lock(&turn);
	running = to;
	pthread_cond_signal(&to->go);
	while (running != self) {
		pthread_cond_wait(&self->go, &turn);
	}
	pthread_mutex_unlock(&turn);
}

static void
link_strand(struct strand *s)
{
	struct strand **at = &strands;

	while (*at != NULL && (*at)->number < s->number) {
		at = &(*at)->next;
	}
	s->next = *at;
	*at = s;
}

static void
unlink_strand(struct strand *s)
{
	struct strand **at = &strands;

	while (*at != s) {
		at = &(*at)->next;
	}
	*at = s->next;
}

static void perform(void);
static void enter(enum umem_tck_context context, uint64_t proc);

static void
run_strand(void)
{
	if (self->body == NULL) {
		perform();
		return;
	}
	enter(UMEM_TCK_USER, UMEM_TCK_BOOT_PROCESS);
	self->body(self->body_arg);
	done();
}

static void *
strand_main(void *arg)
{
	self = arg;
	pthread_mutex_lock(&turn);
	while (running != self) {
		pthread_cond_wait(&self->go, &turn);
	}
	pthread_mutex_unlock(&turn);
	for (;;) {
		if (setjmp(self->base) == 0 && !discarding) {
			self->stage = RUNNING;
			run_strand();
		}
		unlink_strand(self);
		self->next = idle;
		idle = self;
		pass(&first);
	}
	return NULL;
}

/* A thread that is not in use; NULL if the host has no more. */
static struct strand *
new_strand(uint64_t number)
{
	struct strand *s = idle;
	pthread_t thread;

	if (s != NULL) {
		idle = s->next;
	} else {
		s = calloc(1, sizeof(*s));
		if (s == NULL || pthread_cond_init(&s->go, NULL) != 0) {
			free(s);
			return NULL;
		}
		if (pthread_create(&thread, NULL, strand_main, s) != 0) {
			pthread_cond_destroy(&s->go);
			free(s);
			return NULL;
		}
		pthread_detach(thread);
	}
	s->number = number;
	s->stage = FRESH;
	s->body = NULL;
	s->told = true;
	s->placed = false;
	link_strand(s);
	return s;
}

static struct strand *
find_strand(uint64_t number)
{
	struct strand *s = strands;

	while (s != NULL && s->number != number) {
		s = s->next;
	}
	return s;
}

/* Throws away what is out on a machine. Its threads are used again. */
static void
discard(void)
{
	discarding = true;
	while (strands != NULL) {
		pass(strands);
	}
	discarding = false;
	own_threads = 0;
	untold = 0;
}

static void
put_began(void)
{
	const char *between = "";

	if (untold == 0) {
		return;
	}
	put_name("began");
	put("[", 1);
	for (struct strand *s = strands; s != NULL; s = s->next) {
		if (!s->told) {
			s->told = true;
			put_text(between);
			put_number(s->number, 10);
			between = ",";
		}
	}
	put("]", 1);
	untold = 0;
}

/* Gives the turn back until there is something to do. Leaves a machine that is thrown away. */
static void
step_back(enum stage stage)
{
	self->stage = stage;
	pass(&first);
	if (discarding) {
		longjmp(self->base, 1);
	}
	self->stage = RUNNING;
}

/* ---- What the subject calls. */

/* Why the machine can do nothing more; NULL: it can. */
static const char *dead = "there is no machine yet";

static struct strand *
caller(const char *function)
{
	if (self == NULL) {
		fprintf(stderr, "umem_tck: %s: in a thread that the kit did not start\n", function);
		abort();
	}
	return self;
}

void
umem_tck_await(int (*until)(void *), void *arg)
{
	struct strand *s = caller("umem_tck_await");

	while (!until(arg)) {
		reply("blocked");
		end_reply();
		if (s == &first) {
			dead = "a call waited on a thread that cannot wait";
			longjmp(s->base, 1);
		}
		s->until = until;
		s->arg = arg;
		s->asked_at = changes;
		step_back(WAITING);
	}
}

void
umem_tck_changed(void)
{
	changes++;
}

void
umem_tck_thread(void (*body)(void *), void *arg)
{
	caller("umem_tck_thread");
	struct strand *s = new_strand(OWN_THREADS + ++own_threads);
	if (s == NULL) {
		die("umem_tck_thread: the host starts no more threads");
	}
	s->body = body;
	s->body_arg = arg;
	s->told = false;
	untold++;
}

void
umem_tck_panic(const char *format, ...)
{
	char text[1000];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	if (self == NULL) {
		die(text);
	}
	reply("panic");
	put_name("text");
	put_string(text);
	end_reply();
	dead = "the machine has panicked";
	longjmp(self->base, 1);
}

/* Whether it could go on now. Asked again only after a change, as its own thread would. */
static bool
is_ready(struct strand *s)
{
	if (s->stage == FRESH) {
		return true;
	}
	if (s->stage != WAITING || s->asked_at == changes) {
		return false;
	}
	if (s->until(s->arg)) {
		return true;
	}
	s->asked_at = changes;
	return false;
}

/* ---- Cleanup functions: a function of its own for each umem_lockmemory, so that it is known
 * which call gave the one that is called. */

static bool serve(void);
static bool asks_for_return(void);

static uint64_t given_by[MOST_CALLBACKS]; /* seq */
static struct umem_callback_ops vectors[MOST_CALLBACKS];
static int given;

static void
call_back(int function, uintptr_t cookie)
{
	struct strand *s = caller("the cleanup function is called");
	enum umem_tck_context context = s->context;
	uint64_t proc = s->proc;

	reply("callback");
	put_int("of", (int64_t)given_by[function]);
	put_address("cookie", cookie);
	end_reply();
	if (s == &first) {
		s->stage = CALLING;
		while (!serve()) {
			s->stage = CALLING;
		}
		s->stage = RUNNING;
	} else {
		step_back(CALLING);
		while (!asks_for_return()) {
			perform();
			step_back(CALLING);
		}
	}
	enter(context, proc);
}

#define EACH_16(M, n)                                                                              \
	M(n##0) M(n##1) M(n##2) M(n##3) M(n##4) M(n##5) M(n##6) M(n##7)                            \
	M(n##8) M(n##9) M(n##a) M(n##b) M(n##c) M(n##d) M(n##e) M(n##f)
#define EACH_256(M, n)                                                                             \
	EACH_16(M, n##0) EACH_16(M, n##1) EACH_16(M, n##2) EACH_16(M, n##3)                        \
	EACH_16(M, n##4) EACH_16(M, n##5) EACH_16(M, n##6) EACH_16(M, n##7)                        \
	EACH_16(M, n##8) EACH_16(M, n##9) EACH_16(M, n##a) EACH_16(M, n##b)                        \
	EACH_16(M, n##c) EACH_16(M, n##d) EACH_16(M, n##e) EACH_16(M, n##f)
#define EACH_CALLBACK(M) EACH_256(M, 0x0) EACH_256(M, 0x1) EACH_256(M, 0x2) EACH_256(M, 0x3)

#define CLEANUP(n)                                                                                 \
	static void cleanup_##n(UMEM_TCK_CLEANUP_ARG cookie)                                       \
	{                                                                                          \
		call_back(n, (uintptr_t)cookie);                                                   \
	}
EACH_CALLBACK(CLEANUP)

#define CLEANUP_NAME(n) cleanup_##n,
static void (*const cleanups[MOST_CALLBACKS])(UMEM_TCK_CLEANUP_ARG) = {EACH_CALLBACK(CLEANUP_NAME)};

/* ---- The calls, one by one: read the fields, call, reply. */

static const char *const resources[] = {"PAGES", "SWAP", "ADDRESS", "COOKIES"};
static const char *const contexts[] = {"USER", "KERNEL", "INTERRUPT", "HIGH_LEVEL_INTERRUPT"};
static const char *const mappings[] = {"ANON_PRIVATE", "ANON_SHARED", "FILE_PRIVATE", "FILE_SHARED",
    "SHARED_MEMORY", "DEVICE", "NOT_LOCKABLE"};
static const char *const holders[] = {"PROJECT", "ZONE", "PROCESS"};
static const char *const steps[] = {"PAGE_LOCK", "REGISTER_CALLBACK", "BUF"};
static const char *const gates[] = {"HOLD", "STEP", "RELEASE"};

static ddi_umem_cookie_t
as_cookie(uintptr_t bits)
{
	return (ddi_umem_cookie_t)bits;
}

static void
reply_amount(const char *name, uint64_t amount)
{
	reply("returned");
	put_amount(name, amount);
	end_reply();
}

static void
reply_errno(int error)
{
	reply("returned");
	put_errno(error);
	end_reply();
}

static void
reply_result(int result)
{
	reply("returned");
	put_int("result", result);
	end_reply();
}

static void
reply_locked(int error, ddi_umem_cookie_t cookie)
{
	reply("returned");
	put_errno(error);
	put_address("cookie", (uintptr_t)cookie);
	end_reply();
}

static void
call_alloc(void)
{
	size_t size = get_amount("size");
	int flag = get_int("flag");
	ddi_umem_cookie_t cookie = as_cookie(POISON);

	if (fields_are_right()) {
		void *address = subject->ddi_umem_alloc(size, flag, &cookie);
		reply("returned");
		put_address("address", (uintptr_t)address);
		put_address("cookie", (uintptr_t)cookie);
		end_reply();
	}
}

static void
call_free(void)
{
	uintptr_t cookie = get_address("cookie");

	if (fields_are_right()) {
		flush(); /* it comes in the middle of a batch: if it is our end, that is seen of it */
		subject->ddi_umem_free(as_cookie(cookie));
		done();
	}
}

static void
call_fill(void)
{
	uintptr_t address = get_address("address");
	size_t length = get_amount("length");
	unsigned char value = (unsigned char)get_integer("value", 0, UCHAR_MAX);

	if (!fields_are_right()) {
		return;
	}
	if (subject->fill != NULL) {
		subject->fill(address, length, value);
	} else {
		memset((void *)address, value, length);
	}
	done();
}

/* Offset of the first byte that differs, or -1. */
static int64_t
difference(const unsigned char *bytes, size_t length, unsigned char value)
{
	size_t at = 0;

	/* Compared with itself one byte on, a range is equal if all of it is like its first byte. */
	if (length == 0 || (bytes[0] == value && memcmp(bytes, bytes + 1, length - 1) == 0)) {
		return -1;
	}
	while (bytes[at] == value) {
		at++;
	}
	return (int64_t)at;
}

static void
reply_matched(int64_t at, int found)
{
	reply("returned");
	put_offset("difference", at);
	put_int("found", found);
	end_reply();
}

static void
reply_compared(const unsigned char *bytes, size_t length, unsigned char value)
{
	int64_t at = difference(bytes, length, value);

	reply_matched(at, at < 0 ? 0 : bytes[at]);
}

static void
call_matches(void)
{
	uintptr_t address = get_address("address");
	size_t length = get_amount("length");
	unsigned char value = (unsigned char)get_integer("value", 0, UCHAR_MAX);
	int found = 0;

	if (!fields_are_right()) {
		return;
	}
	if (subject->matches != NULL) {
		int64_t at = subject->matches(address, length, value, &found);
		reply_matched(at, found);
	} else {
		reply_compared((const unsigned char *)address, length, value);
	}
}

static void
call_lock(void)
{
	caddr_t addr = (caddr_t)get_address("addr");
	size_t len = get_amount("len");
	int flags = get_int("flags");
	ddi_umem_cookie_t cookie = as_cookie(POISON);

	if (fields_are_right()) {
		int error = subject->ddi_umem_lock(addr, len, flags, &cookie);
		reply_locked(error, cookie);
	}
}

static void
call_unlock(void)
{
	uintptr_t cookie = get_address("cookie");

	if (fields_are_right()) {
		subject->ddi_umem_unlock(as_cookie(cookie));
		done();
	}
}

static void
call_lockmemory(void)
{
	caddr_t addr = (caddr_t)get_address("addr");
	size_t len = get_amount("len");
	int flags = get_int("flags");
	bool vector = get_integer("vector", 0, 1);
	int version = get_int("vector_version");
	bool function = get_integer("vector_function", 0, 1);
	uint64_t procp = get_amount("procp");
	ddi_umem_cookie_t cookie = as_cookie(POISON);
	struct umem_callback_ops *ops = NULL;

	if (!fields_are_right()) {
		return;
	}
	if (vector) {
		if (given == MOST_CALLBACKS) {
			reply_error("the C kit has %d callback vectors for a machine", given);
			return;
		}
		given_by[given] = seq;
		ops = &vectors[given];
		ops->cbo_umem_callback_version = version;
		ops->cbo_umem_lock_cleanup = function ? cleanups[given] : NULL;
		given++;
	}
	int error = subject->umem_lockmemory(
	    addr, len, flags, &cookie, ops, procp == 0 ? NULL : subject->procp(procp));
	reply_locked(error, cookie);
}

static void
call_iosetup(void)
{
	uintptr_t cookie = get_address("cookie");
	off_t off = get_offset("off");
	size_t len = get_amount("len");
	int direction = get_int("direction");
	uint64_t dev = get_amount("dev");
	int64_t blkno = get_offset("blkno");
	int (*iodone)(struct buf *) = (int (*)(struct buf *))get_address("iodone");
	int sleepflag = get_int("sleepflag");

	if (fields_are_right()) {
		struct buf *bp = subject->ddi_umem_iosetup(
		    as_cookie(cookie), off, len, direction, dev, blkno, iodone, sleepflag);
		reply("returned");
		put_address("buf", (uintptr_t)bp);
		end_reply();
	}
}

static void
call_freerbuf(void)
{
	uintptr_t buf = get_address("buf");

	if (fields_are_right()) {
		subject->freerbuf((struct buf *)buf);
		done();
	}
}

static void
call_get_buf(void)
{
	uintptr_t buf = get_address("buf");
	struct umem_tck_buf carries = {0};

	if (fields_are_right()) {
		subject->get_buf((struct buf *)buf, &carries);
		reply("returned");
		put_int("flags", carries.flags);
		put_amount("count", carries.count);
		put_amount("dev", carries.dev);
		put_offset("blkno", carries.blkno);
		put_address("iodone", (uintptr_t)carries.iodone);
		put_address("addr", carries.addr);
		put_amount("proc", carries.proc);
		end_reply();
	}
}

/* So many bytes that hold a value; if there is no memory for them, says so to the kit. */
static unsigned char *
filled(size_t length, unsigned char value)
{
	static unsigned char *bytes; /* kept: who panics does not come back to free it */

	free(bytes);
	bytes = malloc(length > 0 ? length : 1);
	if (bytes == NULL) {
		reply_error("the host has no memory for %zu bytes", length);
	} else {
		memset(bytes, value, length);
	}
	return bytes;
}

static void
call_strategy(void)
{
	struct buf *bp = (struct buf *)get_address("buf");
	unsigned char value = (unsigned char)get_integer("value", 0, UCHAR_MAX);
	struct umem_tck_buf carries = {0};

	if (!fields_are_right()) {
		return;
	}
	subject->get_buf(bp, &carries);
	bool reads = (carries.flags & DEVICE_READS) != 0;
	/* What the device does not write is not as compared. */
	unsigned char *medium = filled(carries.count, reads ? value : (unsigned char)~value);
	if (medium == NULL) {
		return;
	}
	subject->strategy(bp, medium);
	if (reads) {
		reply_matched(-1, 0);
	} else {
		reply_compared(medium, carries.count, value);
	}
}

/* An application got a signal. */
static void
reply_signal(int number)
{
	reply("returned");
	put_int("signal", number);
	end_reply();
}

static void
call_user_fill(void)
{
	uint64_t proc = get_amount("proc");
	uintptr_t addr = get_address("addr");
	size_t len = get_amount("len");
	unsigned char value = (unsigned char)get_integer("value", 0, UCHAR_MAX);
	unsigned char *bytes = fields_are_right() ? filled(len, value) : NULL;

	if (bytes == NULL) {
		return;
	}
	int number = subject->store(proc, addr, bytes, len);
	if (number != 0) {
		reply_signal(number);
	} else {
		done();
	}
}

static void
call_user_matches(void)
{
	uint64_t proc = get_amount("proc");
	uintptr_t addr = get_address("addr");
	size_t len = get_amount("len");
	unsigned char value = (unsigned char)get_integer("value", 0, UCHAR_MAX);
	/* What is not loaded is not as compared. */
	unsigned char *bytes = fields_are_right() ? filled(len, (unsigned char)~value) : NULL;

	if (bytes == NULL) {
		return;
	}
	int number = subject->load(proc, addr, bytes, len);
	if (number != 0) {
		reply_signal(number);
	} else {
		reply_compared(bytes, len, value);
	}
}

/* ---- Exports: the driver of the kit, and that of Example 10-4. */

#define FUNCTION_MAP 1 /* bits: which functions a structure has, and which were called */
#define FUNCTION_ACCESS 2
#define NOT_MADE 1 /* no setup answers it */

/* One devmap_umem_setup. */
struct setup {
	uintptr_t cookie;
	int64_t koff;
	size_t length;
	int maxprot;
	int flags;
	int callbacks;
};

/* An mmap of the device, and what has come of it. */
struct mapping {
	struct setup setup;
	struct setup again;
	bool has_again;
	int entry;
	int map;

	bool entered;
	int setup_answer;
	int again_answer;
	devmap_cookie_t dhp;
	int model;
	int called;
};

/* That of the calling thread; NULL: it maps nothing now. */
static _Thread_local struct mapping *mapping;

/* The structures that setups were given on this machine: who keeps them may look again. */
static struct given_ctl {
	struct devmap_callback_ctl ctl;
	struct given_ctl *next;
} *given_ctls;

/* Functions of structures that were changed meanwhile, called since a reply last said so. */
static int stale;

static int
driver_map(devmap_cookie_t dhp, UMEM_TCK_DEV_T dev, unsigned flags, UMEM_TCK_OFFSET_T off,
    size_t len, void **pvtp)
{
	(void)dhp, (void)dev, (void)flags, (void)off, (void)len, (void)pvtp;
	if (mapping == NULL) {
		return 0;
	}
	mapping->called |= FUNCTION_MAP;
	return mapping->map;
}

static int
driver_access(devmap_cookie_t dhp, void *pvtp, UMEM_TCK_OFFSET_T off, size_t len, unsigned type,
    unsigned rw)
{
	(void)dhp, (void)pvtp, (void)off, (void)len, (void)type, (void)rw;
	if (mapping != NULL) {
		mapping->called |= FUNCTION_ACCESS;
	}
	return 0;
}

static int
stale_map(devmap_cookie_t dhp, UMEM_TCK_DEV_T dev, unsigned flags, UMEM_TCK_OFFSET_T off,
    size_t len, void **pvtp)
{
	(void)dhp, (void)dev, (void)flags, (void)off, (void)len, (void)pvtp;
	stale |= FUNCTION_MAP;
	return 0;
}

static int
stale_access(devmap_cookie_t dhp, void *pvtp, UMEM_TCK_OFFSET_T off, size_t len, unsigned type,
    unsigned rw)
{
	(void)dhp, (void)pvtp, (void)off, (void)len, (void)type, (void)rw;
	stale |= FUNCTION_ACCESS;
	return 0;
}

static void
forget_ctls(void)
{
	while (given_ctls != NULL) {
		struct given_ctl *g = given_ctls;
		given_ctls = g->next;
		free(g);
	}
	stale = 0;
}

static struct devmap_callback_ctl *
new_ctl(int callbacks)
{
	struct given_ctl *g = calloc(1, sizeof(*g));

	if (g == NULL) {
		die("the host has no memory for a callback structure");
	}
	g->next = given_ctls;
	given_ctls = g;
	g->ctl.devmap_rev = DEVMAP_OPS_REV;
	g->ctl.devmap_map = (callbacks & FUNCTION_MAP) != 0 ? driver_map : NULL;
	g->ctl.devmap_access = (callbacks & FUNCTION_ACCESS) != 0 ? driver_access : NULL;
	return &g->ctl;
}

static int
set_up(devmap_cookie_t dhp, const struct setup *s)
{
	struct devmap_callback_ctl *ctl = s->callbacks == 0 ? NULL : new_ctl(s->callbacks);
	int answer = subject->devmap_umem_setup(dhp, ctl, as_cookie(s->cookie), s->koff, s->length,
	    (unsigned)s->maxprot, (unsigned)s->flags);

	if (ctl != NULL) {
		ctl->devmap_map = stale_map; /* as a driver may, once the setup is made */
		ctl->devmap_access = stale_access;
	}
	return answer;
}

/* devmap(9E) of the kit's driver. */
static int
driver_devmap(devmap_cookie_t dhp, int64_t off, size_t len, int model)
{
	struct mapping *m = mapping;

	(void)off, (void)len, (void)model;
	if (m == NULL) {
		die("devmap is called outside .mmap_device, or in another thread");
	}
	if (m->entered) {
		return -1; /* all was set up the first time */
	}
	m->entered = true;
	m->dhp = dhp;
	m->model = subject->ddi_mmap_get_model == NULL ? DDI_MODEL_LP64
						       : subject->ddi_mmap_get_model();
	m->setup_answer = set_up(dhp, &m->setup);
	if (m->has_again) {
		m->again_answer = set_up(dhp, &m->again);
	}
	if (m->entry != 0) {
		return m->entry;
	}
	return m->setup_answer == 0 || m->again_answer == 0 ? 0 : -1;
}

static void
get_setup(struct setup *s, const char *const names[6])
{
	s->cookie = get_address(names[0]);
	s->koff = get_offset(names[1]);
	s->length = get_amount(names[2]);
	s->maxprot = get_int(names[3]);
	s->flags = get_int(names[4]);
	s->callbacks = (int)get_integer(names[5], 0, FUNCTION_MAP | FUNCTION_ACCESS);
}

static void
put_answer(const char *name, int answer)
{
	if (answer != NOT_MADE) {
		put_int(name, answer);
	}
}

static void
reply_mapped(int error, const struct mapping *m)
{
	reply("returned");
	put_errno(error);
	put_answer("setup", m->setup_answer);
	put_answer("again", m->again_answer);
	put_address("dhp", error == 0 ? (uintptr_t)m->dhp : 0);
	put_int("model", m->model);
	put_int("called", m->called);
	put_int("stale", stale);
	end_reply();
	stale = 0;
}

static void
call_devmap_umem_setup(void)
{
	static const char *const setup[] = {
	    "cookie", "koff", "length", "maxprot", "flags", "callbacks"};
	static const char *const again[] = {
	    "cookie2", "koff2", "length2", "maxprot2", "flags2", "callbacks2"};
	struct mapping m = {.setup_answer = NOT_MADE, .again_answer = NOT_MADE};
	uint64_t proc = get_amount("proc");
	uintptr_t addr = get_address("addr");
	size_t len = get_amount("len");
	int prot = (int)get_integer("prot", 0, 3);
	int share = (int)get_integer("share", 1, 2);
	int opened = (int)get_integer("opened", 0, 3);

	get_setup(&m.setup, setup);
	m.has_again = find_field(again[0]) != NULL;
	if (m.has_again) {
		get_setup(&m.again, again);
	}
	m.entry = get_int("entry");
	m.map = get_int("map");
	if (!fields_are_right()) {
		return;
	}
	mapping = &m;
	int error = subject->mmap_device(proc, addr, len, 0, prot, share, opened, driver_devmap);
	mapping = NULL;
	if ((m.entered && m.setup_answer == NOT_MADE) ||
	    (m.has_again && m.entered && m.again_answer == NOT_MADE)) {
		reply_error("devmap_umem_setup answered 1, neither 0 nor -1");
	} else {
		reply_mapped(error, &m);
	}
}

static void
call_devmap_umem_remap(void)
{
	uintptr_t dhp = get_address("dhp");
	uintptr_t cookie = get_address("cookie");
	int64_t off = get_offset("off");
	size_t len = get_amount("len");
	int maxprot = get_int("maxprot");
	int flags = get_int("flags");

	if (fields_are_right()) {
		reply_result(subject->devmap_umem_remap((devmap_cookie_t)dhp, as_cookie(cookie),
		    off, len, (unsigned)maxprot, (unsigned)flags));
	}
}

static void
call_devmap_mprotect(void)
{
	uint64_t proc = get_amount("proc");
	uintptr_t addr = get_address("addr");
	size_t len = get_amount("len");
	int prot = (int)get_integer("prot", 0, 3);

	if (fields_are_right()) {
		reply_errno(subject->mprotect_device(proc, addr, len, prot));
	}
}

static void
call_fork(void)
{
	uint64_t proc = get_amount("proc");

	if (fields_are_right()) {
		reply_amount("id", subject->fork(proc));
	}
}

static void
call_set_data_model(void)
{
	uint64_t proc = get_amount("proc");
	int model = get_int("model");

	if (fields_are_right()) {
		subject->set_data_model(proc, model);
		done();
	}
}

static void
call_shared_mmap(void)
{
	uint64_t proc = get_amount("proc");
	uintptr_t addr = get_address("addr");
	size_t len = get_amount("len");
	int64_t off = get_offset("off");
	int prot = (int)get_integer("prot", 0, 3);

	if (fields_are_right()) {
		reply_errno(subject->shared_mmap(proc, addr, len, off, prot));
	}
}

static void
call_shared_detach(void)
{
	reply_result(subject->shared_detach());
}

static void
call_shared_fill(void)
{
	int64_t off = get_offset("off");
	size_t len = get_amount("len");
	unsigned char value = (unsigned char)get_integer("value", 0, UCHAR_MAX);
	unsigned char *bytes = fields_are_right() ? filled(len, value) : NULL;

	if (bytes != NULL) {
		subject->shared_store(off, bytes, len);
		done();
	}
}

static void
call_shared_matches(void)
{
	int64_t off = get_offset("off");
	size_t len = get_amount("len");
	unsigned char value = (unsigned char)get_integer("value", 0, UCHAR_MAX);
	/* What is not loaded is not as compared. */
	unsigned char *bytes = fields_are_right() ? filled(len, (unsigned char)~value) : NULL;

	if (bytes != NULL) {
		subject->shared_load(off, bytes, len);
		reply_compared(bytes, len, value);
	}
}

/* ---- What is arranged around it. */

static void
call_set_free(void)
{
	int resource = get_name("resource", resources, UMEM_TCK_RESOURCES);
	uint64_t amount = get_amount("amount");

	if (fields_are_right()) {
		subject->set_free((enum umem_tck_resource)resource, amount);
		done();
	}
}

static void
call_get_free(void)
{
	int resource = get_name("resource", resources, UMEM_TCK_RESOURCES);

	if (fields_are_right()) {
		reply_amount("amount", subject->get_free((enum umem_tck_resource)resource));
	}
}

static void
call_page_out(void)
{
	reply_amount("amount", subject->page_out());
}

static void
call_is_resident(void)
{
	uintptr_t address = get_address("address");

	if (fields_are_right()) {
		reply_amount("amount", subject->is_resident(address));
	}
}

static void
call_is_user_resident(void)
{
	uint64_t proc = get_amount("proc");
	uintptr_t addr = get_address("addr");

	if (fields_are_right()) {
		reply_amount("amount", subject->is_user_resident(proc, addr));
	}
}

static void
call_mmap(void)
{
	uint64_t proc = get_amount("proc");
	uintptr_t addr = get_address("addr");
	size_t len = get_amount("len");
	int kind = get_name("kind", mappings, UMEM_TCK_MAPPINGS);
	int prot = (int)get_integer("prot", 0, 3);

	if (fields_are_right()) {
		subject->mmap(proc, addr, len, (enum umem_tck_mapping)kind, prot);
		done();
	}
}

static void
call_munmap(void)
{
	uint64_t proc = get_amount("proc");
	uintptr_t addr = get_address("addr");
	size_t len = get_amount("len");

	if (fields_are_right()) {
		subject->munmap(proc, addr, len);
		done();
	}
}

static void
call_mprotect(void)
{
	uint64_t proc = get_amount("proc");
	uintptr_t addr = get_address("addr");
	size_t len = get_amount("len");
	int prot = (int)get_integer("prot", 0, 3);

	if (fields_are_right()) {
		subject->mprotect(proc, addr, len, prot);
		done();
	}
}

static void
call_new_process(void)
{
	uint64_t project = get_amount("project");

	if (fields_are_right()) {
		reply_amount("id", subject->new_process(project));
	}
}

static void
call_vfork(void)
{
	uint64_t proc = get_amount("proc");

	if (fields_are_right()) {
		reply_amount("id", subject->vfork(proc));
	}
}

static void
call_exit(void)
{
	uint64_t proc = get_amount("proc");

	if (fields_are_right()) {
		subject->exit(proc);
		done();
	}
}

static void
call_new_project(void)
{
	uint64_t zone = get_amount("zone");

	if (fields_are_right()) {
		reply_amount("id", subject->new_project(zone));
	}
}

static void
call_new_zone(void)
{
	reply_amount("id", subject->new_zone());
}

static void
call_settaskid(void)
{
	uint64_t proc = get_amount("proc");
	uint64_t project = get_amount("project");

	if (fields_are_right()) {
		reply_errno(subject->settaskid(proc, project));
	}
}

static void
call_zone_enter(void)
{
	uint64_t proc = get_amount("proc");
	uint64_t zone = get_amount("zone");

	if (fields_are_right()) {
		reply_errno(subject->zone_enter(proc, zone));
	}
}

static void
call_set_limit(void)
{
	int of = get_name("of", holders, UMEM_TCK_PROCESS);
	uint64_t id = get_amount("id");
	uint64_t bytes = get_amount("bytes");

	if (fields_are_right()) {
		subject->set_limit((enum umem_tck_holder)of, id, bytes);
		done();
	}
}

static void
call_get_limit(void)
{
	int of = get_name("of", holders, UMEM_TCK_PROCESS);
	uint64_t id = get_amount("id");

	if (fields_are_right()) {
		reply_amount("amount", subject->get_limit((enum umem_tck_holder)of, id));
	}
}

static void
call_get_locked(void)
{
	int of = get_name("of", holders, UMEM_TCK_HOLDERS);
	uint64_t id = get_amount("id");

	if (fields_are_right()) {
		reply_amount("amount", subject->get_locked((enum umem_tck_holder)of, id));
	}
}

static void
call_mlock(void)
{
	uint64_t proc = get_amount("proc");
	uintptr_t addr = get_address("addr");
	size_t len = get_amount("len");

	if (fields_are_right()) {
		reply_errno(subject->mlock(proc, addr, len));
	}
}

static void
call_munlock(void)
{
	uint64_t proc = get_amount("proc");
	uintptr_t addr = get_address("addr");
	size_t len = get_amount("len");

	if (fields_are_right()) {
		reply_errno(subject->munlock(proc, addr, len));
	}
}

static void
call_fail_next(void)
{
	static const char *const names[] = {"EAGAIN", "ENOMEM"};
	static const int errors[] = {EAGAIN, ENOMEM};
	int step = get_name("step", steps, UMEM_TCK_STEPS);
	int error = get_name("errno", names, 2);

	if (fields_are_right()) {
		subject->fail_next((enum umem_tck_step)step, errors[error]);
		done();
	}
}

static void
call_gate_worker(void)
{
	int gate = get_name("gate", gates, UMEM_TCK_GATES);

	if (fields_are_right()) {
		subject->gate_worker((enum umem_tck_gate)gate);
		done();
	}
}

/* ---- What is there: the ops, and the functions that a feature needs. */

#define MEMBER(name) offsetof(struct umem_tck_subject, name), #name

static const struct op {
	const char *name;
	void (*call)(void);
	size_t offset; /* of the function in the subject; that and its name */
	const char *function;
} ops[] = {
    /* What comes most often stands first. */
    {"get_free", call_get_free, MEMBER(get_free)},
    {"memory_fill", call_fill, 0, NULL},
    {"memory_matches", call_matches, 0, NULL},
    {"get_locked", call_get_locked, MEMBER(get_locked)},
    {"ddi_umem_alloc", call_alloc, MEMBER(ddi_umem_alloc)},
    {"ddi_umem_free", call_free, MEMBER(ddi_umem_free)},
    {"ddi_umem_lock", call_lock, MEMBER(ddi_umem_lock)},
    {"ddi_umem_unlock", call_unlock, MEMBER(ddi_umem_unlock)},
    {"umem_lockmemory", call_lockmemory, MEMBER(umem_lockmemory)},
    {"user_fill", call_user_fill, MEMBER(store)},
    {"user_matches", call_user_matches, MEMBER(load)},
    {"strategy", call_strategy, MEMBER(strategy)},
    {"ddi_umem_iosetup", call_iosetup, MEMBER(ddi_umem_iosetup)},
    {"freerbuf", call_freerbuf, MEMBER(freerbuf)},
    {"get_buf", call_get_buf, MEMBER(get_buf)},
    {"devmap_umem_setup", call_devmap_umem_setup, MEMBER(mmap_device)},
    {"devmap_umem_remap", call_devmap_umem_remap, MEMBER(devmap_umem_remap)},
    {"devmap_mprotect", call_devmap_mprotect, MEMBER(mprotect_device)},
    {"shared_mmap", call_shared_mmap, MEMBER(shared_mmap)},
    {"shared_detach", call_shared_detach, MEMBER(shared_detach)},
    {"shared_fill", call_shared_fill, MEMBER(shared_store)},
    {"shared_matches", call_shared_matches, MEMBER(shared_load)},
    {"fork", call_fork, MEMBER(fork)},
    {"set_data_model", call_set_data_model, MEMBER(set_data_model)},
    {"is_resident", call_is_resident, MEMBER(is_resident)},
    {"is_user_resident", call_is_user_resident, MEMBER(is_user_resident)},
    {"get_limit", call_get_limit, MEMBER(get_limit)},
    {"set_limit", call_set_limit, MEMBER(set_limit)},
    {"set_free", call_set_free, MEMBER(set_free)},
    {"page_out", call_page_out, MEMBER(page_out)},
    {"mmap", call_mmap, MEMBER(mmap)},
    {"munmap", call_munmap, MEMBER(munmap)},
    {"mprotect", call_mprotect, MEMBER(mprotect)},
    {"new_process", call_new_process, MEMBER(new_process)},
    {"vfork", call_vfork, MEMBER(vfork)},
    {"exit", call_exit, MEMBER(exit)},
    {"new_project", call_new_project, MEMBER(new_project)},
    {"new_zone", call_new_zone, MEMBER(new_zone)},
    {"settaskid", call_settaskid, MEMBER(settaskid)},
    {"zone_enter", call_zone_enter, MEMBER(zone_enter)},
    {"mlock", call_mlock, MEMBER(mlock)},
    {"munlock", call_munlock, MEMBER(munlock)},
    {"fail_next", call_fail_next, MEMBER(fail_next)},
    {"gate_worker", call_gate_worker, MEMBER(gate_worker)},
};

static const char *const features[] = {"PAGES", "SWAP", "ADDRESS", "COOKIES", "CONTEXTS", "PAGING",
    "TRASH", "SETTLE", "LOCK", "LOCKMEMORY", "PROTECTION", "USER_PAGING", "PROCESSES", "EXIT",
    "VFORK", "PROJECTS", "ZONES", "PROJECT_LIMIT", "ZONE_LIMIT", "USAGE", "MLOCK", "FAULTS",
    "WORKER", "IOSETUP", "TRANSFERS", "USER_MEMORY", "DEVMAP", "REMAP", "DEVMAP_CALLBACKS",
    "FORK", "DATA_MODELS", "SHARED_DRIVER", "CHECKED"};
_Static_assert(sizeof(features) / sizeof(features[0]) == UMEM_TCK_FEATURES, "a name each");

static const struct {
	enum umem_tck_feature feature;
	size_t offset;
	const char *function;
} needs[] = {
    {UMEM_TCK_PAGES, MEMBER(set_free)},
    {UMEM_TCK_PAGES, MEMBER(get_free)},
    {UMEM_TCK_SWAP, MEMBER(set_free)},
    {UMEM_TCK_SWAP, MEMBER(get_free)},
    {UMEM_TCK_ADDRESS, MEMBER(set_free)},
    {UMEM_TCK_COOKIES, MEMBER(set_free)},
    {UMEM_TCK_COOKIES, MEMBER(get_free)},
    {UMEM_TCK_CONTEXTS, MEMBER(enter_context)},
    {UMEM_TCK_PAGING, MEMBER(page_out)},
    {UMEM_TCK_PAGING, MEMBER(is_resident)},
    {UMEM_TCK_USER_PAGING, MEMBER(is_user_resident)},
    {UMEM_TCK_LOCK, MEMBER(ddi_umem_lock)},
    {UMEM_TCK_LOCK, MEMBER(ddi_umem_unlock)},
    {UMEM_TCK_LOCK, MEMBER(mmap)},
    {UMEM_TCK_LOCK, MEMBER(munmap)},
    {UMEM_TCK_LOCKMEMORY, MEMBER(umem_lockmemory)},
    {UMEM_TCK_LOCKMEMORY, MEMBER(procp)},
    {UMEM_TCK_PROTECTION, MEMBER(mprotect)},
    {UMEM_TCK_PROCESSES, MEMBER(enter_process)},
    {UMEM_TCK_PROCESSES, MEMBER(new_process)},
    {UMEM_TCK_EXIT, MEMBER(exit)},
    {UMEM_TCK_VFORK, MEMBER(vfork)},
    {UMEM_TCK_PROJECTS, MEMBER(new_project)},
    {UMEM_TCK_PROJECTS, MEMBER(settaskid)},
    {UMEM_TCK_ZONES, MEMBER(new_zone)},
    {UMEM_TCK_ZONES, MEMBER(zone_enter)},
    {UMEM_TCK_PROJECT_LIMIT, MEMBER(set_limit)},
    {UMEM_TCK_PROJECT_LIMIT, MEMBER(get_limit)},
    {UMEM_TCK_ZONE_LIMIT, MEMBER(set_limit)},
    {UMEM_TCK_ZONE_LIMIT, MEMBER(get_limit)},
    {UMEM_TCK_USAGE, MEMBER(get_locked)},
    {UMEM_TCK_MLOCK, MEMBER(mlock)},
    {UMEM_TCK_MLOCK, MEMBER(munlock)},
    {UMEM_TCK_FAULTS, MEMBER(fail_next)},
    {UMEM_TCK_WORKER, MEMBER(gate_worker)},
    {UMEM_TCK_IOSETUP, MEMBER(ddi_umem_iosetup)},
    {UMEM_TCK_IOSETUP, MEMBER(freerbuf)},
    {UMEM_TCK_IOSETUP, MEMBER(get_buf)},
    {UMEM_TCK_TRANSFERS, MEMBER(strategy)},
    {UMEM_TCK_TRANSFERS, MEMBER(get_buf)},
    {UMEM_TCK_USER_MEMORY, MEMBER(load)},
    {UMEM_TCK_USER_MEMORY, MEMBER(store)},
    {UMEM_TCK_DEVMAP, MEMBER(devmap_umem_setup)},
    {UMEM_TCK_DEVMAP, MEMBER(mmap_device)},
    {UMEM_TCK_DEVMAP, MEMBER(munmap)},
    {UMEM_TCK_REMAP, MEMBER(devmap_umem_remap)},
    {UMEM_TCK_FORK, MEMBER(fork)},
    {UMEM_TCK_DATA_MODELS, MEMBER(set_data_model)},
    {UMEM_TCK_DATA_MODELS, MEMBER(ddi_mmap_get_model)},
    {UMEM_TCK_SHARED_DRIVER, MEMBER(shared_mmap)},
    {UMEM_TCK_SHARED_DRIVER, MEMBER(shared_detach)},
    {UMEM_TCK_SHARED_DRIVER, MEMBER(shared_load)},
    {UMEM_TCK_SHARED_DRIVER, MEMBER(shared_store)},
    {UMEM_TCK_SHARED_DRIVER, MEMBER(munmap)},
};

/* Whether the function at an offset of the subject is there. */
static bool
is_there(size_t offset)
{
	void (*function)(void);

	memcpy(&function, (const char *)subject + offset, sizeof(function));
	return function != NULL;
}

static bool
offers(enum umem_tck_feature feature)
{
	return subject->features[feature] == UMEM_TCK_OFFERED;
}

/* ---- The requests that drive it all. */

static const struct op *requested;

/* Puts the calling thread into a context and a process, if the subject does not know yet. */
static void
enter(enum umem_tck_context context, uint64_t proc)
{
	if (subject->enter_context != NULL && (!self->placed || self->context != context)) {
		subject->enter_context(context);
	}
	if (subject->enter_process != NULL && (!self->placed || self->proc != proc)) {
		subject->enter_process(proc);
	}
	self->placed = true;
	self->context = context;
	self->proc = proc;
}

/* Makes the requested call, in the thread that makes it. */
static void
perform(void)
{
	mapping = NULL; /* whoever panicked in one has left it */
	const struct op *op = requested;
	uint64_t proc = get_amount_or("by", UMEM_TCK_BOOT_PROCESS);
	int context = find_field("context") == NULL
	    ? UMEM_TCK_USER
	    : get_name("context", contexts, UMEM_TCK_CONTEXT_KINDS);

	if (!fields_are_right()) {
		return;
	}
	if (op->function != NULL && !is_there(op->offset)) {
		reply_error("%s: the subject has no such function: .%s is NULL", op->name,
		    op->function);
	} else if (context != UMEM_TCK_USER && subject->enter_context == NULL) {
		reply_error("a context is asked for, and .enter_context is NULL");
	} else if (proc != UMEM_TCK_BOOT_PROCESS && subject->enter_process == NULL) {
		reply_error("another process is asked for, and .enter_process is NULL");
	} else {
		enter((enum umem_tck_context)context, proc);
		op->call();
	}
}

static void
make_call(void)
{
	uint64_t number = (uint64_t)(
	    find_field("thread") == NULL ? 0 : get_integer("thread", 0, INT_MAX));
	struct strand *s = find_strand(number);

	if (!fields_are_right()) {
		return;
	}
	if (number == 0) {
		first.stage = RUNNING;
		perform();
	} else if (s != NULL && s->stage != CALLING) {
		reply_error("thread %llu is in a call already", (unsigned long long)number);
	} else {
		s = s != NULL ? s : new_strand(number);
		if (s == NULL) {
			reply_error("the host starts no more threads");
			return;
		}
		pass(s);
	}
}

static bool
asks_for_return(void)
{
	return requested == NULL;
}

/* The end of a cleanup function of the kit; true if it is one of the first thread. */
static bool
return_from_callback(void)
{
	uint64_t number = (uint64_t)(
	    find_field("thread") == NULL ? 0 : get_integer("thread", 0, INT_MAX));
	struct strand *s = number == 0 ? &first : find_strand(number);

	if (!fields_are_right()) {
		return false;
	}
	if (s == NULL || s->stage != CALLING) {
		reply_error("thread %llu is in no callback", (unsigned long long)number);
		return false;
	}
	if (s == &first) {
		return true;
	}
	requested = NULL;
	pass(s);
	return false;
}

static void
settle(void)
{
	uint64_t number = (uint64_t)get_integer("thread", 1, INT_MAX);
	struct strand *s = find_strand(number);

	if (!fields_are_right()) {
		return;
	}
	if (s == NULL || (s->stage != WAITING && s->stage != FRESH)) {
		reply_error("thread %llu does not wait", (unsigned long long)number);
		return;
	}
	pass(s);
}

static void
poll_threads(void)
{
	const char *between = "";

	for (struct strand *s = strands; s != NULL; s = s->next) {
		s->ready = is_ready(s); /* which may panic: then there is another reply */
	}
	reply("returned");
	put_name("ready");
	put("[", 1);
	for (struct strand *s = strands; s != NULL; s = s->next) {
		if (s->ready) {
			put_text(between);
			put_number(s->number, 10);
			between = ",";
		}
	}
	put("]", 1);
	end_reply();
}

static const char *
missing(void)
{
	static char text[200];

	if (subject->name == NULL || subject->version == NULL || subject->boot == NULL ||
	    subject->ddi_umem_alloc == NULL || subject->ddi_umem_free == NULL) {
		return "every subject has a .name, .version, .boot, .ddi_umem_alloc and "
		       ".ddi_umem_free; one of them is NULL";
	}
	for (size_t i = 0; i < sizeof(needs) / sizeof(needs[0]); i++) {
		if (offers(needs[i].feature) && !is_there(needs[i].offset)) {
			snprintf(text, sizeof(text), "%s is declared, but .%s is NULL",
			    features[needs[i].feature], needs[i].function);
			return text;
		}
	}
	if (offers(UMEM_TCK_DEVMAP) && offers(UMEM_TCK_PROTECTION) &&
	    subject->mprotect_device == NULL) {
		return "DEVMAP and PROTECTION are declared, but .mprotect_device is NULL";
	}
	return NULL;
}

static void
put_features(void)
{
	const char *between = "";

	put_name("features");
	put("[", 1);
	for (int f = 0; f < UMEM_TCK_FEATURES; f++) {
		if (offers((enum umem_tck_feature)f)) {
			put_text(between);
			put_string(features[f]);
			between = ",";
		}
	}
	put("]", 1);
	between = "";
	put_name("reasons");
	put("{", 1);
	for (int f = 0; f < UMEM_TCK_FEATURES; f++) {
		if (subject->features[f] != NULL && !offers((enum umem_tck_feature)f)) {
			put_text(between);
			put_string(features[f]);
			put(":", 1);
			put_string(subject->features[f]);
			between = ",";
		}
	}
	put("}", 1);
}

static void
put_overhead(void)
{
	const char *between = "";

	put_name("overhead");
	put("{", 1);
	for (int r = 0; r < UMEM_TCK_RESOURCES; r++) {
		if (subject->overhead[r] > 0) {
			put_text(between);
			put_string(resources[r]);
			put(":\"", 2);
			put_number(subject->overhead[r], 10);
			put("\"", 1);
			between = ",";
		}
	}
	put("}", 1);
}

static void
put_window(void)
{
	const char *between = "";

	put_address("window_base", subject->window_base);
	put_amount("window_pages", subject->window_pages);
	put_name("mappings");
	put("[", 1);
	for (int m = 0; m < UMEM_TCK_MAPPINGS; m++) {
		if (subject->mappings[m]) {
			put_text(between);
			put_string(mappings[m]);
			between = ",";
		}
	}
	put("]", 1);
}

static void
hello(void)
{
	int64_t protocol = get_integer("protocol", 0, INT_MAX);

	if (!fields_are_right()) {
		return;
	}
	if (protocol != 1) {
		reply_error("the C kit speaks protocol 1, not %lld", (long long)protocol);
		return;
	}
	if (missing() != NULL) {
		reply_error("%s", missing());
		return;
	}
	reply("returned");
	put_int("protocol", 1);
	put_name("name");
	put_string(subject->name);
	put_name("version");
	put_string(subject->version);
	put_amount("page_size",
	    subject->page_size != 0 ? subject->page_size : (uint64_t)sysconf(_SC_PAGESIZE));
	if (subject->capacity > 0) {
		put_amount("capacity", subject->capacity);
	}
	put_features();
	put_overhead();
	if (offers(UMEM_TCK_LOCK) || offers(UMEM_TCK_DEVMAP) || offers(UMEM_TCK_SHARED_DRIVER)) {
		put_window();
	}
	put_int("batch", BATCH);
	put_name("fresh");
	put_string(subject->boots_once ? "process" : "boot");
	end_reply();
}

/* Whether the first thread must come out of whatever it is in, to boot this. */
static bool boots;
static uint64_t seed;

static void
boot(void)
{
	boots = false;
	dead = NULL;
	given = 0;
	changes_told = changes;
	forget_ctls();
	first.placed = false;
	first.stage = RUNNING;
	subject->boot(seed);
	done();
}

/* Reads a request, and does what it asks; true if it is the end of a callback of this thread. */
static bool
serve(void)
{
	size_t length;
	char *line = next_line(&length);

	if (line == NULL) {
		discard();
		flush();
		exit(0);
	}
	seq++;
	if (!parse(line, length) || (uint64_t)get_integer("seq", 1, INT64_MAX) != seq) {
		wrong("seq", "is not one more than that of the request before");
		fields_are_right();
		return false;
	}
	const struct field *op = find_field("op");
	if (op == NULL || !op->quoted) {
		wrong("op", "is missing");
		fields_are_right();
		return false;
	}
	if (is(op->value, "hello")) {
		hello();
		return false;
	}
	if (is(op->value, "boot")) {
		seed = get_amount("seed");
		if (!fields_are_right()) {
			return false;
		}
		if (missing() != NULL) {
			reply_error("%s", missing());
			return false;
		}
		discard();
		boots = true;
		longjmp(first.base, 1);
	}
	if (dead != NULL) {
		reply_error("%s: boot one", dead);
		return false;
	}
	if (is(op->value, "poll")) {
		poll_threads();
		return false;
	}
	if (is(op->value, "settle")) {
		settle();
		return false;
	}
	if (is(op->value, "callback_return")) {
		return return_from_callback();
	}
	for (size_t i = 0; i < sizeof(ops) / sizeof(ops[0]); i++) {
		if (is(op->value, ops[i].name)) {
			requested = &ops[i];
			make_call();
			return false;
		}
	}
	reply_error("there is no such op");
	return false;
}

int
main(void)
{
	/* The protocol moves away, so that what the implementation prints goes to the log. */
	in_fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
	out_fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	int null_fd = open("/dev/null", O_RDONLY);
	if (in_fd < 0 || out_fd < 0 || null_fd < 0 || dup2(null_fd, STDIN_FILENO) < 0 ||
	    dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
		die("standard input, output and error must be open");
	}
	close(null_fd);
	setvbuf(stdout, NULL, _IOLBF, 0);
	subject = umem_tck_subject();
	self = &first;
	setjmp(first.base);
	if (boots) {
		boot();
	}
	for (;;) {
		first.stage = RUNNING;
		serve();
	}
}
