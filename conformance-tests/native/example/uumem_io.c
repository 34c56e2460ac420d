/* ddi_umem_iosetup and freerbuf: bufs on cookies; and a device that transfers what they describe. */
#define _POSIX_C_SOURCE 200809L

#include "uumem_impl.h"

#include <string.h>

/* Room for a buf; if it is taken, the cookie whose memory the buf describes. */
struct slot {
	struct buf buf;
	struct cookie *cookie; /* NULL: not taken */
};

static struct slot *const slots = (struct slot *)UUMEM_BUFS;

static size_t
slot_count(void)
{
	return UUMEM_BUF_PAGES * uumem_page_size() / sizeof(struct slot);
}

void
bufs_boot(void)
{
	memset(slots, 0, slot_count() * sizeof(struct slot));
}

/* ---- What may be asked for. */

static struct cookie *
valid_cookie(ddi_umem_cookie_t cookie)
{
	struct cookie *c = find_cookie(cookie);

	if (c == NULL || (c->kind == LOCKED && c->stage != HELD)) {
		machine_panic("ddi_umem_iosetup: %p is not valid", cookie);
	}
	return c;
}

/* Whether a range lies in the memory of a cookie, which is whole pages (IOSETUP.in-bounds). */
static bool
is_inside(const struct cookie *c, off_t off, size_t len)
{
	size_t size = c->pages.count * uumem_page_size();

#ifdef BUG_WRAPS_THE_END_OF_A_BUF
	return (size_t)off + len <= size;
#else
	return off >= 0 && len <= size && (size_t)off <= size - len; /* no sum that could wrap */
#endif
}

/* The memory of a process, or of the kernel, that stays where it is (IOSETUP.kind). */
static bool
is_locked(const struct cookie *c)
{
	return c->kind == LOCKED || c->kind == NON_PAGEABLE;
}

/* One of the two, and what memory of a process was locked for; the device would fault otherwise. */
static bool
is_direction(const struct cookie *c, int direction)
{
	int access = direction == B_READ ? DDI_UMEMLOCK_WRITE : DDI_UMEMLOCK_READ;

	return (direction == B_READ || direction == B_WRITE) &&
	    (c->kind != LOCKED || (c->access & access) != 0);
}

static bool
is_sleepflag(int sleepflag)
{
	return sleepflag == DDI_UMEM_SLEEP || sleepflag == DDI_UMEM_NOSLEEP;
}

/* ---- Room for a buf. */

/* NULL if there is none. */
static struct slot *
find_room(void)
{
	for (size_t i = 0; i < slot_count(); i++) {
		if (slots[i].cookie == NULL) {
			return &slots[i];
		}
	}
	return NULL;
}

static int
has_room(void *unused)
{
	(void)unused;
	machine_enter();
	bool room = find_room() != NULL;
	machine_leave();
	return room;
}

/* Waits for room, if it may; else NULL if there is none (IOSETUP.nosleep-null). */
static struct slot *
get_room(bool sleeps)
{
	struct slot *s;

#ifdef BUG_NEVER_SLEEPS_FOR_A_BUF
	sleeps = false;
#endif
	while ((s = next_fault(UUMEM_BUF) != 0 ? NULL : find_room()) == NULL && sleeps) {
		machine_leave();
		hooks->await(has_room, NULL);
		machine_enter();
	}
	return s;
}

/* ---- The calls. */

/* The first byte of a cookie's memory (IOSETUP.address). */
static uintptr_t
start_of(const struct cookie *c)
{
	uintptr_t base = c->kind == LOCKED ? UUMEM_WINDOW : UUMEM_ARENA;

	return base + c->pages.first * uumem_page_size();
}

struct buf *
ddi_umem_iosetup(ddi_umem_cookie_t cookie, off_t off, size_t len, int direction, uint64_t dev,
    int64_t blkno, int (*iodone)(struct buf *), int sleepflag)
{
	enum uumem_context context = current_context();
	bool sleeps = sleepflag == DDI_UMEM_SLEEP;

	machine_enter();
	if (sleeps && context != UUMEM_USER && context != UUMEM_KERNEL) {
		machine_panic("ddi_umem_iosetup: DDI_UMEM_SLEEP in an interrupt"); /* IOSETUP.context */
	}
	struct cookie *c = valid_cookie(cookie);
	if (!is_locked(c) || !is_inside(c, off, len) || !is_direction(c, direction) ||
	    !is_sleepflag(sleepflag)) {
		machine_leave();
		return NULL;
	}
	c->bufs++; /* before it waits: nobody may let the cookie go meanwhile */
	struct slot *s = get_room(sleeps);
	if (s == NULL) {
		c->bufs--;
		machine_leave();
		return NULL;
	}
	s->cookie = c;
	uintptr_t start = start_of(c);
#ifndef BUG_FORGETS_THE_OFFSET_OF_A_BUF
	start += (size_t)off;
#endif
	s->buf = (struct buf){
	    .b_flags = B_BUSY | B_PHYS | direction,
	    .b_bcount = len,
	    .b_edev = dev,
	    .b_lblkno = blkno,
	    .b_iodone = iodone,
	    .b_un.b_addr = (caddr_t)start,
	    .b_proc = c->kind == LOCKED ? uumem_self() : NULL,
	};
	machine_leave();
	return &s->buf;
}

/* Stops if there is no such buf. */
static struct slot *
find_slot(const char *function, const struct buf *bp)
{
	for (size_t i = 0; i < slot_count(); i++) {
		if (&slots[i].buf == bp && slots[i].cookie != NULL) {
			return &slots[i];
		}
	}
	machine_panic("%s: %p is no live buf", function, (const void *)bp);
}

void
freerbuf(struct buf *bp)
{
	machine_enter();
	struct slot *s = find_slot("freerbuf", bp);
	s->cookie->bufs--; /* and nothing else becomes of it (IOSETUP.free) */
	s->cookie = NULL;
	machine_leave();
	hooks->changed(); /* who sleeps for room has some */
}

/* ---- The device. */

void
uumem_strategy(struct buf *bp, unsigned char *medium)
{
	machine_enter();
	find_slot("uumem_strategy", bp);
	if ((bp->b_flags & B_READ) != 0) {
		memcpy(bp->b_un.b_addr, medium, bp->b_bcount);
	} else {
		memcpy(medium, bp->b_un.b_addr, bp->b_bcount);
	}
	machine_leave();
}
