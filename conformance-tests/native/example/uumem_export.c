/* devmap_umem_setup and devmap_umem_remap: the memory of cookies, shown in the window. */
#define _POSIX_C_SOURCE 200809L

#include "uumem_impl.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>

/* What the documents call PROT_USER: the mapping is an application's (DEVMAP.maxprot-subset). */
#define USER 0x8u

#define CACHE_ATTRIBUTES 0xf0000u
#define LAST_CACHE_ATTRIBUTE 0x40000u
#define KNOWN_FLAGS                                                                                \
	(DEVMAP_MAPPING_INVALID | DEVMAP_ALLOW_REMAP | DEVMAP_USE_PAGESIZE | CACHE_ATTRIBUTES)

/* A mapping of a device, from the mmap until its last page is gone. */
struct export {
	struct export *next;
	uintptr_t number; /* of the handle */
	struct range pages;
	size_t left;	   /* of the pages */
	int share;	   /* MAP_SHARED, MAP_PRIVATE */
	unsigned most;	   /* protections that the open mode allows, and PROT_USER */
	bool is_made;	   /* the mmap has returned */
	struct cookie *cookie; /* NULL: not set up */
	unsigned maxprot;
	unsigned flags;
	bool has_access;
	int (*map)(devmap_cookie_t dhp, uint64_t dev, unsigned flags, int64_t off, size_t len,
	    void **pvtp);
};

static struct export *exports;
static uintptr_t last_number;

static void
let_go(struct export *e)
{
	struct export **at = &exports;

	if (e->cookie != NULL) {
		e->cookie->exports--;
	}
	while (*at != e) {
		at = &(*at)->next;
	}
	*at = e->next;
	free(e);
}

/* The window is clear: whatever is left was about to be made. */
void
exports_boot(void)
{
	while (exports != NULL) {
		let_go(exports);
	}
	last_number = 0x8000;
}

void
export_shrinks(struct export *e, size_t pages)
{
	e->left -= pages;
	if (e->left == 0) {
		let_go(e);
	}
}

/* Stops if there is no such mapping. */
static struct export *
find_export(const char *function, devmap_cookie_t dhp)
{
	struct export *e = exports;

	while (e != NULL && e->number != (uintptr_t)dhp) {
		e = e->next;
	}
	if (e == NULL) {
		machine_panic("%s: there is no handle %p", function, dhp);
	}
	return e;
}

/* Stops if it is let go, or there never was one. */
static struct cookie *
valid_cookie(const char *function, ddi_umem_cookie_t cookie)
{
	struct cookie *c = find_cookie(cookie);

	if (c == NULL || (c->kind == LOCKED && c->stage != HELD)) {
		machine_panic("%s: %p is not valid", function, cookie);
	}
	return c;
}

/* ---- What may be asked for. */

/* Whether a range lies in the memory of a cookie; TRASH has none, and is as long as one likes. */
static bool
is_inside(const struct cookie *c, int64_t off, size_t len)
{
	size_t size = c->pages.count * uumem_page_size();

	if (off < 0) {
		return false;
	}
#ifdef BUG_LOOKS_AT_THE_START_OF_AN_EXPORT
	return c->kind == TRASH || (size_t)off < size || len == 0;
#else
	return c->kind == TRASH || (len <= size && (size_t)off <= size - len);
#endif
}

/* DEVMAP.cache-attr, DEVMAP.invalid-needs-remap; and what nobody knows is refused. */
static bool
are_flags(unsigned flags)
{
	unsigned attributes = flags & CACHE_ATTRIBUTES;

	return (flags & ~KNOWN_FLAGS) == 0 && (attributes & (attributes - 1)) == 0 &&
	    attributes <= LAST_CACHE_ATTRIBUTE &&
	    ((flags & DEVMAP_MAPPING_INVALID) == 0 || (flags & DEVMAP_ALLOW_REMAP) != 0);
}

/* Whether a mapping may do no more than a driver says. */
static bool
is_within(const struct export *e, unsigned maxprot)
{
	return (((unsigned)space_prot(e->pages) | USER) & ~maxprot) == 0;
}

/* ---- Showing. */

static struct source
source_of(const struct cookie *c, int64_t off, size_t page)
{
	size_t at = (size_t)off / uumem_page_size() + page;

	switch (c->kind) {
	case TRASH:
		return file_source(JUNK, 0); /* one page for all of them (ALLOC.trash) */
	case LOCKED:
#ifdef BUG_FORGETS_THE_OFFSET_OF_A_LOCK
		at = page;
#endif
		return space_source(c->pages.first + at);
	default:
		return file_source(ARENA, c->pages.first + at);
	}
}

/* Lets a mapping show a cookie's memory from now on. */
static void
show(struct export *e, struct cookie *c, int64_t off, unsigned flags)
{
	bool invalid = (flags & DEVMAP_MAPPING_INVALID) != 0;

	for (size_t i = 0; i < e->pages.count; i++) {
		size_t page = e->pages.first + i;
		int prot = space_prot((struct range){page, 1});
		space_show(page, source_of(c, off, i), invalid ? PROT_NONE : prot, e->share);
	}
	c->exports++;
	if (e->cookie != NULL) {
		e->cookie->exports--;
	}
	e->cookie = c;
	e->flags = flags;
}

/* ---- The calls. */

int
devmap_umem_setup(devmap_cookie_t dhp, dev_info_t *dip, struct devmap_callback_ctl *callbackops,
    ddi_umem_cookie_t cookie, int64_t koff, size_t len, unsigned maxprot, unsigned flags,
    ddi_device_acc_attr_t *accattrp)
{
	size_t page = uumem_page_size();
	int answer = -1;

	(void)dip, (void)accattrp;
	machine_enter();
	struct export *e = find_export("devmap_umem_setup", dhp);
	if (e->is_made) {
		machine_panic("devmap_umem_setup: not in the devmap entry"); /* DEVMAP.context */
	}
	struct cookie *c = cookie == NULL ? NULL : valid_cookie("devmap_umem_setup", cookie);
	/* DEVMAP.null-cookie, DEVMAP.setup-once; what is no whole pages is refused. */
	if (c != NULL && e->cookie == NULL && koff % (int64_t)page == 0 &&
	    len == e->pages.count * page && is_inside(c, koff, len) && is_within(e, maxprot) &&
	    are_flags(flags)) {
		e->maxprot = maxprot & e->most; /* DEVMAP.maxprot-sticky */
		if (callbackops != NULL) {
			e->map = callbackops->devmap_map; /* DEVMAP.callbacks-copied */
			e->has_access = callbackops->devmap_access != NULL;
		}
		show(e, c, koff, flags);
		answer = 0;
	}
	machine_leave();
	return answer;
}

int
devmap_umem_remap(devmap_cookie_t dhp, dev_info_t *dip, ddi_umem_cookie_t cookie, int64_t off,
    size_t len, unsigned maxprot, unsigned flags, ddi_device_acc_attr_t *accattrp)
{
	size_t page = uumem_page_size();
	int answer = -1;

	(void)dip, (void)accattrp;
	machine_enter();
	struct export *e = find_export("devmap_umem_remap", dhp);
	if (!e->is_made || e->left != e->pages.count) {
		machine_panic("devmap_umem_remap: %p is not mapped, all of it", dhp);
	}
	size_t all = e->pages.count * page;
#ifdef BUG_FORGETS_THE_LENGTH_OF_THE_MAPPING
	all = 0;
#endif
	struct cookie *c = cookie == NULL ? NULL : valid_cookie("devmap_umem_remap", cookie);
	/* REMAP.needs-setup, REMAP.flags-zero, REMAP.maxprot, REMAP.in-bounds */
	if (c != NULL && (e->flags & DEVMAP_ALLOW_REMAP) != 0 && flags == 0 &&
	    off % (int64_t)page == 0 && is_inside(c, off, len) && is_inside(c, off, all) &&
	    is_within(e, maxprot)) {
		e->maxprot = maxprot & e->most;
		show(e, c, off, e->flags & ~(unsigned)DEVMAP_MAPPING_INVALID); /* REMAP.validates */
		answer = 0;
	}
	machine_leave();
	return answer;
}

/* ---- The device. */

/* A mapping that nobody can touch yet, and that has no cookie; NULL if there is no memory. */
static struct export *
new_export(struct range pages, int prot, int share, int opened)
{
	struct export *e = calloc(1, sizeof(*e));
	bool writes = share == MAP_PRIVATE || (opened & PROT_WRITE) != 0;

	if (e == NULL) {
		return NULL;
	}
	*e = (struct export){
	    .next = exports,
	    .number = last_number += 0x10,
	    .pages = pages,
	    .left = pages.count,
	    .share = share,
	    .most = writes ? ~0u : ~(unsigned)PROT_WRITE,
	};
	exports = e;
	space_take(pages, e);
	space_describe(pages, UUMEM_REMAPPABLE, prot);
	return e;
}

/* What becomes of a mapping whose entry has returned; called outside. */
static int
make(struct export *e, int entry, int64_t off, size_t len)
{
	devmap_cookie_t dhp = (devmap_cookie_t)e->number;
	void *private_data = NULL;

	if (entry != 0 || e->cookie == NULL) {
		return ENXIO; /* DEVMAP.mmap-errno */
	}
	if (e->share == MAP_PRIVATE && !e->has_access) {
		return EINVAL; /* DEVMAP.private-refused */
	}
	return e->map == NULL ? 0 : e->map(dhp, 0, (unsigned)e->share, off, len, &private_data);
}

int
uumem_mmap_device(uintptr_t addr, size_t len, int64_t off, int prot, int share, int opened,
    uumem_devmap_entry *devmap)
{
	struct range pages = space_range(addr, len);

	machine_enter();
	space_must_be_pages(addr, len);
	if (share == MAP_SHARED && (prot & PROT_WRITE) != 0 && (opened & PROT_WRITE) == 0) {
		machine_leave();
		return EACCES;
	}
	struct export *e = new_export(pages, prot, share, opened);
	machine_leave();
	if (e == NULL) {
		return ENOMEM;
	}
	int entry = devmap((devmap_cookie_t)e->number, off, len, DDI_MODEL_LP64);
	int error = make(e, entry, off, len);
	machine_enter();
	if (error != 0) {
		space_clear(pages); /* DEVMAP.failure-no-effect */
	} else {
		bool remappable = (e->flags & DEVMAP_ALLOW_REMAP) != 0; /* REMAP.no-lock */
		space_describe(pages, remappable ? UUMEM_REMAPPABLE : UUMEM_DEVICE, prot);
		e->is_made = true;
	}
	machine_leave();
	return error;
}

int
uumem_mprotect_device(uintptr_t addr, size_t len, int prot)
{
	struct range pages = space_range(addr, len);
	int error = 0;

	machine_enter();
	space_must_be_pages(addr, len);
	struct export *e = space_export(pages.first);
	for (size_t i = 0; i < pages.count; i++) {
		if (e == NULL || space_export(pages.first + i) != e) {
			machine_panic("uumem_mprotect_device: not one device");
		}
	}
	if (space_unpinned(pages) < pages.count) {
		machine_panic("uumem_mprotect_device: a page is locked");
	}
	if (((unsigned)prot & ~e->maxprot) != 0) {
		error = EACCES;
	} else {
		bool invalid = (e->flags & DEVMAP_MAPPING_INVALID) != 0;
		space_describe(
		    pages, (e->flags & DEVMAP_ALLOW_REMAP) != 0 ? UUMEM_REMAPPABLE : UUMEM_DEVICE,
		    prot);
		for (size_t i = 0; i < pages.count && !invalid; i++) {
			size_t page = pages.first + i;
			space_show(page, space_source(page), prot, e->share);
		}
	}
	machine_leave();
	return error;
}
