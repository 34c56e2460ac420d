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
	unsigned bufs;	  /* that describe its memory */
	unsigned exports; /* mappings of a device that show it */
	/* Of LOCKED alone. */
	int access; /* DDI_UMEMLOCK_READ, DDI_UMEMLOCK_WRITE */
	enum stage stage;
	uint64_t charged; /* bytes */
	void (*cleanup)(ddi_umem_cookie_t);
	enum callback callback;
	struct cookie *behind; /* in the worker's queue */
};

/* Files without a name: whatever may be mapped twice is in one. */
enum file { REGULAR, SHARED_MEMORY, ANONYMOUS, ARENA, JUNK, FILES };

/* Where the bytes of a page are: an offset into a file. */
struct source {
	int fd;
	off_t at;
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
/* Stops if bufs or exports are left of a cookie that is let go (COOKIE.no-buf-reference). */
void must_not_be_in_use(const struct cookie *cookie);

/* A page of a file, each of which is longer than all memory that there is. */
struct source file_source(enum file file, size_t page);
/* Ends the process: the host refuses what there is nothing without. */
_Noreturn void host_refuses(const char *what);

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
/* Stops unless there are whole pages of the window at an address. */
void space_must_be_pages(uintptr_t addr, size_t len);
struct source space_source(size_t page);

/* A mapping of a device (uumem_export.c). */
struct export;
/* Takes free pages for it; nothing can be touched there yet. */
void space_take(struct range pages, struct export *export);
/* Shows other bytes in a page that it has; with PROT_NONE nothing can be touched. */
void space_show(size_t page, struct source from, int prot, int share);
/* What is known of such pages: whether they can be locked, and what may be done to them. */
void space_describe(struct range pages, enum uumem_backing backing, int prot);
void space_clear(struct range pages);
/* That of a page, or NULL; and all that may be done to any of the pages. */
struct export *space_export(size_t page);
int space_prot(struct range pages);

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

/* The exports (uumem_export.c). */

void exports_boot(void);
/* So many pages of its mapping were taken away. */
void export_shrinks(struct export *export, size_t pages);

#endif
