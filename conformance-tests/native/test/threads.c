/*
 * uumem without the kit: real threads that allocate, sleep, lock, transfer, unlock in interrupts,
 * and take memory away. At the end nothing may be left. Fails by hanging, too.
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

static void *
run(void *arg)
{
	size_t number = (size_t)(uintptr_t)arg;

	for (int round = 0; round < ROUNDS; round++) {
		allocate(number);
		lock_and_unmap(number, round);
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
