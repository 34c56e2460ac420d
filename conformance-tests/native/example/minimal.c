/*
 * The smallest subject: allocation alone, over posix_memalign. It cannot be told how much is free,
 * and never sleeps: memory is there, or the caller is refused.
 */
#define _POSIX_C_SOURCE 200809L

#include "../umem_tck.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What a cookie points to. */
struct umem {
	struct umem *next;
	void *memory;
};

static struct umem *live;

void *
ddi_umem_alloc(size_t size, int flag, ddi_umem_cookie_t *cookiep)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	size_t rounded = (size + page - 1) & ~(page - 1);
	struct umem *umem;

	(void)flag; /* nothing here can wait, nor be paged out */
	*cookiep = NULL;
	if (rounded < size || rounded == 0 || rounded > PTRDIFF_MAX) {
		return NULL; /* ALLOC.near-max-wrap, ALLOC.size-zero, ALLOC.impossible-size */
	}
	umem = malloc(sizeof(*umem));
	if (umem == NULL || posix_memalign(&umem->memory, page, rounded) != 0) {
		free(umem);
		return NULL; /* ALLOC.nosleep-null */
	}
	memset(umem->memory, 0, rounded); /* ALLOC.zero-filled */
	umem->next = live;
	live = umem;
	*cookiep = umem;
	return umem->memory;
}

void
ddi_umem_free(ddi_umem_cookie_t cookie)
{
	struct umem *umem = cookie;
	struct umem **at = &live;

	if (umem == NULL) {
		return; /* FREE.null-noop */
	}
	while (*at != umem) {
		at = &(*at)->next;
	}
	*at = umem->next;
	free(umem->memory);
	free(umem);
}

static void
boot(uint64_t seed)
{
	(void)seed;
	while (live != NULL) {
		ddi_umem_free(live);
	}
}

const struct umem_tck_subject *
umem_tck_subject(void)
{
	static const struct umem_tck_subject minimal = {
	    .name = "minimal",
	    .version = "0.1.0",
	    .boot = boot,
	    .ddi_umem_alloc = ddi_umem_alloc,
	    .ddi_umem_free = ddi_umem_free,
	};
	return &minimal;
}
