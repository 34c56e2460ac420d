/* ddi_umem_alloc and ddi_umem_free: an arena of pages, given out first fit. */
#define _POSIX_C_SOURCE 200809L

#include "uumem_impl.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static bool taken[UUMEM_ARENA_PAGES];
static uint64_t available[UUMEM_RESOURCES]; /* of ADDRESS: how far the arena reaches */
static bool pinned;

/* What a call asks for. */
struct want {
	enum kind kind;
	size_t pages;
};

void
arena_boot(void)
{
	if (really_pins() && !pinned) {
		/* Whatever is not pageable stays in memory (ALLOC.default-locked). */
		if (mlock((void *)UUMEM_ARENA, UUMEM_ARENA_PAGES * uumem_page_size()) != 0) {
			perror("uumem: the arena cannot be locked");
			abort();
		}
		pinned = true;
	}
	memset(taken, 0, sizeof(taken));
	for (int r = 0; r < UUMEM_RESOURCES; r++) {
		available[r] = UUMEM_ARENA_PAGES;
	}
}

static void *
address_of(size_t page)
{
	return (void *)(UUMEM_ARENA + page * uumem_page_size());
}

/* The first of so many free pages in a row; UUMEM_ARENA_PAGES if there are none. */
static size_t
find_hole(size_t pages)
{
	size_t row = 0;

	for (size_t page = 0; page < available[UUMEM_ADDRESS]; page++) {
		row = taken[page] ? 0 : row + 1;
		if (row == pages) {
			return page + 1 - pages;
		}
	}
	return UUMEM_ARENA_PAGES;
}

static bool
is_enough(const struct want *want)
{
	if (available[UUMEM_COOKIES] < 1) {
		return false;
	}
	if (want->kind == TRASH) {
		return true;
	}
	return available[UUMEM_PAGES] >= want->pages &&
	    (want->kind != PAGEABLE || available[UUMEM_SWAP] >= want->pages) &&
	    find_hole(want->pages) < UUMEM_ARENA_PAGES;
}

/* Takes what an allocation uses up, or gives it back. */
static void
account(const struct cookie *c, bool takes)
{
	uint64_t pages = takes ? -(uint64_t)c->pages.count : c->pages.count;

	for (size_t i = 0; i < c->pages.count; i++) {
		taken[c->pages.first + i] = takes;
	}
	available[UUMEM_PAGES] += pages;
	available[UUMEM_SWAP] += c->kind == PAGEABLE ? pages : 0;
	available[UUMEM_COOKIES] += takes ? -(uint64_t)1 : 1;
}

static void *
grant(const struct want *want, ddi_umem_cookie_t *cookiep)
{
	struct range pages = {0, 0};

	if (want->kind != TRASH) {
		pages = (struct range){find_hole(want->pages), want->pages};
	}
	struct cookie *c = new_cookie(want->kind, pages);
	if (c == NULL) {
		return NULL;
	}
	account(c, true);
	*cookiep = cookie_value(c);
	if (want->kind == TRASH) {
		return NULL; /* and yet it succeeded (ALLOC.trash) */
	}
	void *memory = address_of(pages.first);
#ifndef BUG_FORGETS_TO_ZERO
	memset(memory, 0, pages.count * uumem_page_size()); /* ALLOC.zero-filled */
#endif
	return memory;
}

static int
may_be_granted(void *want)
{
	machine_enter();
	bool enough = is_enough(want);
	machine_leave();
	return enough;
}

/* Stops at what the contract leaves undefined. */
static void
check_caller(int flag)
{
	int known = DDI_UMEM_NOSLEEP | DDI_UMEM_PAGEABLE | DDI_UMEM_TRASH;
	int kinds = DDI_UMEM_PAGEABLE | DDI_UMEM_TRASH;
	enum uumem_context context = current_context();
	bool may_sleep = context == UUMEM_USER || context == UUMEM_KERNEL;

	if ((flag & ~known) != 0 || (flag & kinds) == kinds) {
		machine_panic("ddi_umem_alloc: bad flag 0x%x", (unsigned)flag);
	}
	if (context == UUMEM_HIGH_LEVEL_INTERRUPT ||
	    ((flag & DDI_UMEM_NOSLEEP) == 0 && !may_sleep)) {
		machine_panic("ddi_umem_alloc: flag 0x%x in an interrupt", (unsigned)flag);
	}
}

void *
ddi_umem_alloc(size_t size, int flag, ddi_umem_cookie_t *cookiep)
{
	size_t page = uumem_page_size();
	struct want want = {NON_PAGEABLE, size / page + (size % page != 0)};
	void *memory = NULL;

	machine_enter();
	check_caller(flag);
	*cookiep = NULL; /* ALLOC.cookie-out */
	if (size == 0 || size > SIZE_MAX - page + 1) {
		machine_leave(); /* ALLOC.size-zero, ALLOC.near-max-wrap */
		return NULL;
	}
	if ((flag & DDI_UMEM_TRASH) != 0) {
		want = (struct want){TRASH, 0};
	} else if ((flag & DDI_UMEM_PAGEABLE) != 0) {
		want.kind = PAGEABLE;
	}
	/* Nobody could wake a sleeper who wants more than there is (ALLOC.impossible-size). */
	bool sleeps = (flag & DDI_UMEM_NOSLEEP) == 0 && want.pages <= UUMEM_ARENA_PAGES;
	while (!is_enough(&want) && sleeps) {
		machine_leave();
		hooks->await(may_be_granted, &want); /* ALLOC.sleep-succeeds */
		machine_enter();
	}
	if (is_enough(&want)) {
		memory = grant(&want, cookiep);
	}
	machine_leave();
	return memory;
}

void
ddi_umem_free(ddi_umem_cookie_t cookie)
{
	bool deferred = false;

	if (cookie == NULL) {
		return; /* FREE.null-noop */
	}
	machine_enter();
	if (current_context() == UUMEM_HIGH_LEVEL_INTERRUPT) {
		machine_panic("ddi_umem_free: in a high-level interrupt");
	}
	struct cookie *c = find_cookie(cookie);
	if (c == NULL) {
		machine_panic("ddi_umem_free: %p is not live: freed twice, or never allocated", cookie);
	}
	bool lock = c->kind == LOCKED;
	if (lock) {
		deferred = unlock_cookie(c); /* FREE.locked-cookie-unlocks */
	} else {
		must_not_be_in_use(c);
		account(c, false);
		forget_cookie(c);
	}
	machine_leave();
	if (lock) {
		unlock_changed(deferred);
		return;
	}
#ifndef BUG_WAKES_NOBODY
	hooks->changed();
#endif
}

void
uumem_set_free(enum uumem_resource resource, uint64_t amount)
{
	machine_enter();
	available[resource] = amount < UUMEM_ARENA_PAGES ? amount : UUMEM_ARENA_PAGES;
	machine_leave();
	hooks->changed();
}

uint64_t
uumem_get_free(enum uumem_resource resource)
{
	machine_enter();
	uint64_t amount = available[resource];
	machine_leave();
	return amount;
}
