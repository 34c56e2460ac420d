/*
 * uumem without the kit: real threads that allocate, sleep, lock, transfer, show memory elsewhere,
 * unlock in interrupts, and take memory away. At the end nothing may be left. Fails by hanging, too.
 */
#include "../example/uumem.h"

#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { THREADS = 8, ROUNDS = 400, PAGES_EACH = UUMEM_WINDOW_PAGES / THREADS };

static _Atomic int called_back;
static _Atomic int waits;

static void
await(int (*until)(void *), void *arg)
{
	waits++;
	uumem_posix_hooks.await(until, arg);
}

static void
must(int holds, const char *what)
{
	if (!holds) {
		fprintf(stderr, "threads: not so: %s\n", what);
		exit(1);
	}
}

static void
cleanup(ddi_umem_cookie_t cookie)
{
	called_back++;
	ddi_umem_unlock(cookie);
}

/* Allocates more than is there for all, so that some must sleep. */
static void
allocate(size_t number)
{
	size_t size = 9 * uumem_page_size();
	ddi_umem_cookie_t cookie;
	char *memory = ddi_umem_alloc(size - 1, DDI_UMEM_SLEEP, &cookie);

	must(memory != NULL && cookie != NULL, "SLEEP succeeds");
	for (size_t i = 0; i < size; i++) {
		must(memory[i] == 0, "memory is zero");
	}
	memset(memory, (int)number + 1, size);
	for (size_t i = 0; i < size; i++) {
		must(memory[i] == (char)(number + 1), "memory is not shared");
	}
	ddi_umem_free(cookie);
}

/* Sets a transfer up in an interrupt, as a driver does; only so many bytes may change. */
static void
transfer(ddi_umem_cookie_t cookie, unsigned char *memory, size_t off, size_t len, int round)
{
	unsigned char *medium = malloc(len);
	struct buf *bp;

	must(medium != NULL, "the host has memory");
	memset(medium, 2, len);
	memory[off - 1] = memory[off + len] = 1;
	uumem_enter_context(UUMEM_INTERRUPT);
	bp = ddi_umem_iosetup(
	    cookie, (off_t)off, len, B_READ, 1, round, NULL, DDI_UMEM_NOSLEEP);
	must(bp != NULL && bp->b_lblkno == round, "a buf in an interrupt");
	uumem_strategy(bp, medium);
	freerbuf(bp);
	uumem_enter_context(UUMEM_USER);
	must(memcmp(memory + off, medium, len) == 0, "all is transferred");
	must(memory[off - 1] == 1 && memory[off + len] == 1, "nothing else is transferred");
	free(medium);
}

/* More bufs than there is room for: NOSLEEP is refused, and SLEEP waits for a freerbuf. */
static void *
sleep_for_a_buf(void *cookie)
{
	struct buf *bp = ddi_umem_iosetup(cookie, 0, 1, B_WRITE, 0, 0, NULL, DDI_UMEM_SLEEP);

	must(bp != NULL, "SLEEP gives a buf");
	return bp;
}

static void
run_out_of_bufs(void)
{
	ddi_umem_cookie_t cookie;
	pthread_t sleeper;
	struct buf *taken[UUMEM_BUF_PAGES * 1000];
	size_t count = 0;

	must(ddi_umem_alloc(1, DDI_UMEM_SLEEP, &cookie) != NULL, "memory");
	do {
		taken[count] =
		    ddi_umem_iosetup(cookie, 0, 1, B_WRITE, 0, 0, NULL, DDI_UMEM_NOSLEEP);
	} while (taken[count] != NULL && ++count < sizeof(taken) / sizeof(taken[0]));
	must(count > 0 && count < sizeof(taken) / sizeof(taken[0]), "room for bufs ends");
	must(pthread_create(&sleeper, NULL, sleep_for_a_buf, cookie) == 0, "a thread starts");
	while (waits == 0) {
		sched_yield();
	}
	freerbuf(taken[--count]);
	pthread_join(sleeper, (void **)&taken[count]);
	for (size_t i = 0; i <= count; i++) {
		freerbuf(taken[i]);
	}
	ddi_umem_free(cookie);
}

static void
lock_and_unmap(size_t number, int round)
{
	struct umem_callback_ops ops = {UMEM_CALLBACK_VERSION, cleanup};
	size_t page = uumem_page_size();
	size_t len = PAGES_EACH * page;
	uintptr_t addr = UUMEM_WINDOW + number * len;
	ddi_umem_cookie_t first;
	ddi_umem_cookie_t second;
	int flags = DDI_UMEMLOCK_READ | DDI_UMEMLOCK_LONGTERM;

	uumem_mmap(addr, len, UUMEM_ANON_PRIVATE, PROT_READ | PROT_WRITE);
	must(ddi_umem_lock((caddr_t)addr, len, DDI_UMEMLOCK_WRITE, &first) == 0, "lock");
	must(umem_lockmemory((caddr_t)addr, page, flags, &second, &ops, NULL) == 0, "lockmemory");
	transfer(first, (unsigned char *)addr, page - 3, page, round);
	uumem_enter_context(round % 2 == 0 ? UUMEM_INTERRUPT : UUMEM_USER);
	ddi_umem_unlock(first);
	uumem_enter_context(UUMEM_USER);
	uumem_munmap(addr, len); /* calls cleanup, and waits for the worker */
}

/* The cookie that the next setup of this thread is of. */
static _Thread_local ddi_umem_cookie_t exported;
static _Thread_local devmap_cookie_t handle;
static _Thread_local unsigned export_flags;

static int
show(devmap_cookie_t dhp, int64_t off, size_t len, int model)
{
	must(model == DDI_MODEL_LP64, "the model is asked for");
	handle = dhp;
	return devmap_umem_setup(
	    dhp, NULL, NULL, exported, off, len, ~0u, export_flags, NULL);
}

/* Shows memory to an application, then other memory in its place, then a lock; false: no memory. */
static int
export_and_remap(size_t number)
{
	size_t page = uumem_page_size();
	uintptr_t addr = UUMEM_WINDOW + number * PAGES_EACH * page;
	volatile char *seen = (volatile char *)addr;
	ddi_umem_cookie_t cookies[2];
	char *memory[2];
	int shared = MAP_SHARED;
	int prot = PROT_READ | PROT_WRITE;

	for (int i = 0; i < 2; i++) {
		memory[i] = ddi_umem_alloc((size_t)(2 + i) * page, DDI_UMEM_NOSLEEP, &cookies[i]);
		if (memory[i] == NULL) {
			if (i > 0) {
				ddi_umem_free(cookies[0]);
			}
			return 0; /* the others have it all */
		}
	}
	exported = cookies[0];
	export_flags = DEVMAP_ALLOW_REMAP;
	must(uumem_mmap_device(addr, page, (int64_t)page, prot, shared, prot, show) == 0, "a device");
	memory[0][page] = 5;
	must(seen[0] == 5, "a mapping shows its offset");
	seen[1] = 6;
	must(memory[0][page + 1] == 6, "a store through a mapping");
	must(devmap_umem_remap(handle, NULL, cookies[1], (int64_t)(2 * page), page, ~0u, 0, NULL) == 0,
	    "a remap");
	memory[1][2 * page] = 7;
	must(seen[0] == 7 && memory[0][page] == 5, "a remap shows other memory");
	ddi_umem_free(cookies[0]);
	uumem_munmap(addr, page);
	ddi_umem_free(cookies[1]);
	uumem_mmap(addr, 2 * page, UUMEM_ANON_PRIVATE, prot);
	must(ddi_umem_lock((caddr_t)addr, 2 * page, DDI_UMEMLOCK_WRITE, &exported) == 0, "lock");
	export_flags = DEVMAP_DEFAULTS;
	uintptr_t behind = addr + 2 * page;
	must(uumem_mmap_device(behind, page, (int64_t)page, prot, shared, prot, show) == 0,
	    "a device that shows a lock");
	*(char *)behind = 8;
	must(seen[page] == 8, "a lock is shown");
	uumem_munmap(behind, page);
	ddi_umem_unlock(exported);
	uumem_munmap(addr, 2 * page);
	return 1;
}

static void *
run(void *arg)
{
	size_t number = (size_t)(uintptr_t)arg;

	for (int round = 0; round < ROUNDS; round++) {
		allocate(number);
		lock_and_unmap(number, round);
		export_and_remap(number);
	}
	return NULL;
}

int
main(void)
{
	pthread_t threads[THREADS];
	struct uumem_hooks hooks = uumem_posix_hooks;

	hooks.await = await;
	alarm(60);
	uumem_boot(&hooks, uumem_can_pin());
	run_out_of_bufs();
	must(export_and_remap(0), "memory to show");
	for (size_t i = 0; i < THREADS; i++) {
		must(pthread_create(&threads[i], NULL, run, (void *)i) == 0, "a thread starts");
	}
	for (size_t i = 0; i < THREADS; i++) {
		pthread_join(threads[i], NULL);
	}
	must(uumem_get_locked() == 0, "nothing is counted");
	must(uumem_get_free(UUMEM_PAGES) == UUMEM_ARENA_PAGES, "all pages are free");
	must(uumem_get_free(UUMEM_COOKIES) == UUMEM_ARENA_PAGES, "all cookies are free");
	must(called_back == THREADS * ROUNDS, "each cleanup function was called once");
	return 0;
}
