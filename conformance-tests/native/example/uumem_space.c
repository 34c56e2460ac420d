/* The window: memory of the process, what is known of it, and who must wait for what. */
#define _POSIX_C_SOURCE 200809L
#define _DEFAULT_SOURCE 1 /* MAP_ANONYMOUS in glibc */
#define __EXTENSIONS__ 1  /* and in illumos */
#define _DARWIN_C_SOURCE 1

#include "uumem_impl.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct page {
	bool mapped;
	enum uumem_backing backing;
	int prot;
	unsigned pins;
	struct source source;
	struct export *export; /* of a device alone */
};

static struct page space[UUMEM_WINDOW_PAGES];

/* A munmap or an mprotect that is under way. */
struct change {
	struct range pages;
	bool unmaps;
	int prot;
};

static void *
address_of(size_t page)
{
	return (void *)(UUMEM_WINDOW + page * uumem_page_size());
}

/* Takes the memory away, and keeps the addresses, so that nobody else maps anything there. */
void
space_clear(struct range pages)
{
	if (mmap(address_of(pages.first), pages.count * uumem_page_size(), PROT_NONE,
		MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED) {
		host_refuses("uumem: munmap");
	}
	for (size_t i = 0; i < pages.count; i++) {
		struct export *export = space[pages.first + i].export;
		space[pages.first + i] = (struct page){0};
		if (export != NULL) {
			export_shrinks(export, 1);
		}
	}
}

void
space_boot(void)
{
	space_clear((struct range){0, UUMEM_WINDOW_PAGES});
}

struct range
space_range(uintptr_t addr, size_t len)
{
	size_t page = uumem_page_size();

	return (struct range){(addr - UUMEM_WINDOW) / page, len / page};
}

static bool
is_inside(uintptr_t addr, size_t len)
{
	size_t size = UUMEM_WINDOW_PAGES * uumem_page_size();

	return addr >= UUMEM_WINDOW && len <= size && addr - UUMEM_WINDOW <= size - len;
}

void
space_must_be_pages(uintptr_t addr, size_t len)
{
	if (!is_inside(addr, len) || len == 0 || (addr | len) % uumem_page_size() != 0) {
		machine_panic("no pages of the window: %zu bytes at %#zx", len, (size_t)addr);
	}
}

/* ---- Mapping. */

static enum file
file_of(enum uumem_backing backing)
{
	switch (backing) {
	case UUMEM_FILE_SHARED:
		return REGULAR;
	case UUMEM_SHARED_MEMORY:
		return SHARED_MEMORY;
	default:
		return ANONYMOUS; /* a private mapping, too, can be locked, and shown elsewhere */
	}
}

/* What is in a page that was just mapped, and of which nobody else knows. */
static void
fill_in(enum uumem_backing backing, size_t page)
{
	struct source file = file_source(REGULAR, page);

	if (backing == UUMEM_FILE_PRIVATE) {
		/* A copy made at once: what is shown elsewhere must not be copied later. */
		if (pread(file.fd, address_of(page), uumem_page_size(), file.at) < 0) {
			host_refuses("uumem: a file to copy");
		}
	} else if (file_of(backing) == ANONYMOUS) {
		memset(address_of(page), 0, uumem_page_size());
	}
}

void
uumem_mmap(uintptr_t addr, size_t len, enum uumem_backing backing, int prot)
{
	struct range pages = space_range(addr, len);
	struct source from = file_source(file_of(backing), pages.first);

	machine_enter();
	space_must_be_pages(addr, len);
	if (mmap((void *)addr, len, PROT_READ | PROT_WRITE, MAP_FIXED | MAP_SHARED, from.fd,
		from.at) == MAP_FAILED) {
		host_refuses("uumem: mmap");
	}
	for (size_t page = pages.first; page < pages.first + pages.count; page++) {
		fill_in(backing, page);
		space[page] = (struct page){true, backing, prot, 0,
		    file_source(file_of(backing), page), NULL};
	}
	if (mprotect((void *)addr, len, prot) != 0) {
		host_refuses("uumem: mmap");
	}
	machine_leave();
}

/* ---- Mappings of a device. */

void
space_take(struct range pages, struct export *export)
{
	for (size_t page = pages.first; page < pages.first + pages.count; page++) {
		if (space[page].mapped) {
			machine_panic("page %zu of the window is mapped already", page);
		}
		space[page] = (struct page){
		    .mapped = true, .backing = UUMEM_REMAPPABLE, .export = export};
	}
}

void
space_show(size_t page, struct source from, int prot, int share)
{
	if (mmap(address_of(page), uumem_page_size(), prot, MAP_FIXED | share, from.fd, from.at) ==
	    MAP_FAILED) {
		host_refuses("uumem: a page of a device");
	}
	space[page].source = from;
}

void
space_describe(struct range pages, enum uumem_backing backing, int prot)
{
	for (size_t page = pages.first; page < pages.first + pages.count; page++) {
		space[page].backing = backing;
		space[page].prot = prot;
	}
}

struct export *
space_export(size_t page)
{
	return space[page].export;
}

int
space_prot(struct range pages)
{
	int prot = PROT_NONE;

	for (size_t page = pages.first; page < pages.first + pages.count; page++) {
		prot |= space[page].prot;
	}
	return prot;
}

struct source
space_source(size_t page)
{
	return space[page].source;
}

/* ---- Changing, and who must wait. */

static bool
is_pinned(struct range pages)
{
	return space_unpinned(pages) < pages.count;
}

/* The oldest lock in the way whose cleanup function is still to be called (LOCKMEM.event-range). */
static struct cookie *
next_callback(struct range pages)
{
	struct cookie *c = first_cookie();

	while (c != NULL &&
	    (c->kind != LOCKED || c->callback != ARMED ||
		c->pages.first >= pages.first + pages.count ||
		pages.first >= c->pages.first + c->pages.count)) {
		c = c->next;
	}
	return c;
}

static int
may_go_on(void *arg)
{
	const struct change *change = arg;

	machine_enter();
	bool may = !is_pinned(change->pages) || next_callback(change->pages) != NULL;
	machine_leave();
	return may;
}

/* Calls a cleanup function: in this thread, outside the machine (LOCKMEM.callback-context). */
static void
call_back(struct cookie *c)
{
	c->callback = BEGUN;
	machine_leave();
	c->cleanup(cookie_value(c));
	machine_enter();
	c->callback = OVER;
	if (c->stage == RELEASED) {
		forget_cookie(c); /* COOKIE.refcount-with-callback: the second owner is done, too */
	}
}

static void
finish(const struct change *change)
{
	struct range pages = change->pages;

	if (change->unmaps) {
		space_clear(pages);
		return;
	}
	if (mprotect(address_of(pages.first), pages.count * uumem_page_size(), change->prot) != 0) {
		host_refuses("uumem: mprotect");
	}
	for (size_t i = 0; i < pages.count; i++) {
		space[pages.first + i].prot = change->prot;
	}
}

/* Calls who must be called, waits for the unlocks (LOCK.blocks-layout-change), and changes. */
static void
do_change(uintptr_t addr, size_t len, bool unmaps, int prot)
{
	struct change change = {space_range(addr, len), unmaps, prot};
	struct cookie *c;

	machine_enter();
	space_must_be_pages(addr, len);
	while ((c = next_callback(change.pages)) != NULL || is_pinned(change.pages)) {
		if (c != NULL) {
			call_back(c);
		} else {
			machine_leave();
			hooks->await(may_go_on, &change);
			machine_enter();
		}
	}
	finish(&change);
	machine_leave();
}

void
uumem_munmap(uintptr_t addr, size_t len)
{
	do_change(addr, len, true, PROT_NONE);
}

void
uumem_mprotect(uintptr_t addr, size_t len, int prot)
{
	do_change(addr, len, false, prot);
}

/* ---- Locking. */

int
space_check(uintptr_t addr, size_t len, int flags)
{
	int needed = (flags & DDI_UMEMLOCK_WRITE) != 0 ? PROT_WRITE : PROT_READ;
	struct range pages = space_range(addr, len);
	int error = 0;

	/* LOCK.len-zero, LOCK.efault-wrap; outside the window nothing is known, so nothing locked. */
	if (len == 0 || addr + (len - 1) < addr || !is_inside(addr, len)) {
		return EFAULT;
	}
	for (size_t i = 0; i < pages.count; i++) {
		const struct page *p = &space[pages.first + i];
		bool longterm = (flags & DDI_UMEMLOCK_LONGTERM) != 0;
		if (!p->mapped || p->backing == UUMEM_REMAPPABLE ||
		    (longterm && p->backing == UUMEM_FILE_SHARED)) {
			return EFAULT; /* LOCKMEM.longterm-shared-file */
		}
		if ((p->prot & needed) == 0) {
			error = EACCES; /* unless EFAULT comes behind */
		}
	}
	return error;
}

static int
pin_page(size_t page)
{
	if (space[page].pins == 0 && really_pins() &&
	    mlock(address_of(page), uumem_page_size()) != 0) {
		return EAGAIN;
	}
	space[page].pins++;
	return 0;
}

static void
unpin_page(size_t page)
{
	if (--space[page].pins == 0 && really_pins()) {
		munlock(address_of(page), uumem_page_size());
	}
}

int
space_pin(struct range pages)
{
	size_t last = pages.first + pages.count - 1;

	for (size_t page = pages.first; page <= last; page++) {
		/* A shortage that is ordered shows at the last page: the most has to be undone. */
		int error = page == last ? next_fault(UUMEM_PAGE_LOCK) : 0;
		error = error != 0 ? error : pin_page(page);
		if (error != 0) {
			space_unpin((struct range){pages.first, page - pages.first});
			return error;
		}
	}
	return 0;
}

void
space_unpin(struct range pages)
{
	for (size_t i = 0; i < pages.count; i++) {
		unpin_page(pages.first + i);
	}
}

size_t
space_unpinned(struct range pages)
{
	size_t count = 0;

	for (size_t i = 0; i < pages.count; i++) {
		count += space[pages.first + i].pins == 0;
	}
	return count;
}
