/* What the parts of uumem know of each other. */
#ifndef UUMEM_IMPL_H
#define UUMEM_IMPL_H

#include "uumem.h"

/* What a cookie is for. Fixed while it is live (COOKIE.kinds). */
enum kind { PAGEABLE, NON_PAGEABLE, TRASH, LOCKED };

/* What has become of a lock. */
enum stage { HELD, QUEUED, RELEASED };

/* What has become of its cleanup function (LOCKMEM.callback-at-most-once). */
enum callback { NONE, ARMED, BEGUN, OVER };

/* Some pages, of the arena or of the window. */
struct range {
	size_t first;
	size_t count;
};

/* A cookie is a number, never a pointer: who brings a stale one is told so (FREE.exactly-once). */
struct cookie {
	struct cookie *next; /* oldest first */
	uintptr_t number;
	enum kind kind;
	struct range pages;
	unsigned bufs; /* that describe its memory */
	/* Of LOCKED alone. */
	int access; /* DDI_UMEMLOCK_READ, DDI_UMEMLOCK_WRITE */
	enum stage stage;
	uint64_t charged; /* bytes */
	void (*cleanup)(ddi_umem_cookie_t);
	enum callback callback;
	struct cookie *behind; /* in the worker's queue */
};

/* The machine (uumem.c). */

extern const struct uumem_hooks *hooks;

void machine_enter(void);
void machine_leave(void);

/* Leaves the machine, and stops it; called inside. */
_Noreturn void machine_panic(const char *format, ...);

enum uumem_context current_context(void);
bool really_pins(void);

struct cookie *first_cookie(void);
struct cookie *find_cookie(ddi_umem_cookie_t cookie);
/* NULL if the host has no memory for it. */
struct cookie *new_cookie(enum kind kind, struct range pages);
void forget_cookie(struct cookie *cookie);
ddi_umem_cookie_t cookie_value(const struct cookie *cookie);

/* The arena (uumem_alloc.c). */

void arena_boot(void);

/* The window (uumem_space.c). */

void space_boot(void);
/* 0, EFAULT or EACCES: whether a lock may have a range of addresses. */
int space_check(uintptr_t addr, size_t len, int flags);
/* Locks pages in memory, or lets them go. Counted: the host's mlock(2) does not nest. */
int space_pin(struct range pages);
void space_unpin(struct range pages);
/* How many of the pages nobody has locked. */
size_t space_unpinned(struct range pages);
struct range space_range(uintptr_t addr, size_t len);

/* The locks (uumem_lock.c). */

void locks_boot(void);
/* Unlocks, or has it done: ddi_umem_unlock inside the machine. True: by the worker. */
bool unlock_cookie(struct cookie *cookie);
/* Tells those who wait for what an unlock did, or the worker. Called outside. */
void unlock_changed(bool deferred);
/* Tests a fault that uumem_fail_next has ordered; 0 if none. */
int next_fault(enum uumem_step step);

/* The bufs (uumem_io.c). */

void bufs_boot(void);
/* Stops if bufs describe the memory of a cookie that is let go (COOKIE.no-buf-reference). */
void must_have_no_buf(const struct cookie *cookie);

#endif
