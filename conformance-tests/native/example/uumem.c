/* The machine: its mutex, its cookies, and how it boots, waits and stops. */
#define _POSIX_C_SOURCE 200809L
#define _DEFAULT_SOURCE 1 /* MAP_ANONYMOUS in glibc */
#define __EXTENSIONS__ 1  /* and in illumos */
#define _DARWIN_C_SOURCE 1

#include "uumem_impl.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

const struct uumem_hooks *hooks = &uumem_posix_hooks;

static pthread_mutex_t machine = PTHREAD_MUTEX_INITIALIZER;
static bool pins;
static struct cookie *cookies;
static uintptr_t last_number;
static _Thread_local enum uumem_context context;

void
machine_enter(void)
{
	pthread_mutex_lock(&machine);
}

void
machine_leave(void)
{
	pthread_mutex_unlock(&machine);
}

void
machine_panic(const char *format, ...)
{
	char text[200];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	machine_leave();
	hooks->panic("%s", text);
	abort();
}

size_t
uumem_page_size(void)
{
	static size_t size;

	if (size == 0) {
		size = (size_t)sysconf(_SC_PAGESIZE);
	}
	return size;
}

void
host_refuses(const char *what)
{
	perror(what);
	abort();
}

/* In memory where the host has a place for that. */
static int
new_file(enum file file)
{
	char name[60];
	int fd;

	snprintf(name, sizeof(name), "/uumem-%ld-%d", (long)getpid(), (int)file);
	fd = file == REGULAR ? -1 : shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0600);
	if (fd >= 0) {
		shm_unlink(name);
	} else if (file != SHARED_MEMORY) {
		FILE *opened = tmpfile();
		fd = opened == NULL ? -1 : fileno(opened); /* open for good */
	}
	/* Twice: a planted bug may show what is behind the memory, and must not be killed for it. */
	size_t pages = 2 * (UUMEM_ARENA_PAGES + UUMEM_WINDOW_PAGES);
	if (fd < 0 || ftruncate(fd, (off_t)(pages * uumem_page_size())) != 0) {
		host_refuses("uumem: a file to map");
	}
	return fd;
}

struct source
file_source(enum file file, size_t page)
{
	static int fds[FILES]; /* and 1 more: 0 is none yet */

	if (fds[file] == 0) {
		fds[file] = new_file(file) + 1;
	}
	return (struct source){fds[file] - 1, (off_t)(page * uumem_page_size())};
}

/* Takes a range of addresses, or ends the process: nothing works without. */
static void
reserve(uintptr_t base, size_t pages, int prot, int flags, struct source from)
{
	/* Not MAP_FIXED: what is there already must stay. */
	void *got = mmap((void *)base, pages * uumem_page_size(), prot, flags, from.fd, from.at);

	if (got != (void *)base) {
		fprintf(stderr, "uumem: cannot have %zu pages at %#zx\n", pages, (size_t)base);
		exit(1);
	}
}

static void
reserve_once(void)
{
	static bool reserved;

	if (!reserved) {
		struct source nothing = {-1, 0};
		int flags = MAP_PRIVATE | MAP_ANONYMOUS;
		/* The arena can be shown in the window, too. */
		reserve(UUMEM_ARENA, UUMEM_ARENA_PAGES, PROT_READ | PROT_WRITE, MAP_SHARED,
		    file_source(ARENA, 0));
		reserve(UUMEM_WINDOW, UUMEM_WINDOW_PAGES, PROT_NONE, flags, nothing);
		reserve(UUMEM_BUFS, UUMEM_BUF_PAGES, PROT_READ | PROT_WRITE, flags, nothing);
		reserved = true;
	}
}

bool
uumem_can_pin(void)
{
	size_t length = (UUMEM_ARENA_PAGES + UUMEM_WINDOW_PAGES) * uumem_page_size();
	void *trial = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	bool can = trial != MAP_FAILED && mlock(trial, length) == 0;

	if (trial != MAP_FAILED) {
		munmap(trial, length); /* which unlocks, too */
	}
	return can;
}

void
uumem_boot(const struct uumem_hooks *with, bool pinning)
{
	hooks = with;
	pins = pinning;
	reserve_once();
	bufs_boot();
	space_boot(); /* the exports go first, then the cookies that they show */
	exports_boot();
	while (cookies != NULL) {
		forget_cookie(cookies);
	}
	last_number = 0x100;
	arena_boot();
	locks_boot();
}

bool
really_pins(void)
{
	return pins;
}

struct proc {
	int nothing_is_known_of_it;
};

struct proc *
uumem_self(void)
{
	static struct proc self;

	return &self;
}

void
uumem_enter_context(enum uumem_context next)
{
	context = next;
}

enum uumem_context
current_context(void)
{
	return context;
}

/* ---- Cookies. A list: there are never many. */

struct cookie *
first_cookie(void)
{
	return cookies;
}

struct cookie *
find_cookie(ddi_umem_cookie_t cookie)
{
	struct cookie *c = cookies;

	while (c != NULL && c->number != (uintptr_t)cookie) {
		c = c->next;
	}
	return c;
}

struct cookie *
new_cookie(enum kind kind, struct range pages)
{
	struct cookie *c = calloc(1, sizeof(*c));
	struct cookie **last = &cookies;

	if (c == NULL) {
		return NULL;
	}
	c->number = last_number += 0x40;
	c->kind = kind;
	c->pages = pages;
	while (*last != NULL) {
		last = &(*last)->next;
	}
	*last = c;
	return c;
}

void
forget_cookie(struct cookie *cookie)
{
	struct cookie **at = &cookies;

	while (*at != cookie) {
		at = &(*at)->next;
	}
	*at = cookie->next;
	free(cookie);
}

ddi_umem_cookie_t
cookie_value(const struct cookie *cookie)
{
	return (ddi_umem_cookie_t)cookie->number;
}

void
must_not_be_in_use(const struct cookie *c)
{
	if (c->bufs > 0 || c->exports > 0) {
		machine_panic("%p is let go, and has %u bufs and %u exports", cookie_value(c),
		    c->bufs, c->exports);
	}
}

/* ---- Waiting, with POSIX threads. */

static pthread_mutex_t waiting = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t change = PTHREAD_COND_INITIALIZER;

static void
posix_await(int (*until)(void *), void *arg)
{
	pthread_mutex_lock(&waiting);
	while (!until(arg)) {
		pthread_cond_wait(&change, &waiting);
	}
	pthread_mutex_unlock(&waiting);
}

static void
posix_changed(void)
{
	pthread_mutex_lock(&waiting);
	pthread_cond_broadcast(&change);
	pthread_mutex_unlock(&waiting);
}

struct start {
	void (*body)(void *);
	void *arg;
};

static void *
run(void *arg)
{
	struct start start = *(struct start *)arg;

	free(arg);
	start.body(start.arg);
	return NULL;
}

static void
posix_thread(void (*body)(void *), void *arg)
{
	struct start *start = malloc(sizeof(*start));
	pthread_t thread;

	if (start != NULL) {
		*start = (struct start){body, arg};
	}
	if (start == NULL || pthread_create(&thread, NULL, run, start) != 0) {
		fprintf(stderr, "uumem: no thread for deferred unlocks\n");
		abort();
	}
	pthread_detach(thread);
}

static void
posix_panic(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fprintf(stderr, "uumem: panic: ");
	vfprintf(stderr, format, args);
	fprintf(stderr, "\n");
	va_end(args);
	abort();
}

const struct uumem_hooks uumem_posix_hooks = {
    .await = posix_await,
    .changed = posix_changed,
    .thread = posix_thread,
    .panic = posix_panic,
};
