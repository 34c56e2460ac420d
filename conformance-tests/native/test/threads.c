/*
 * uumem without the kit: real threads that allocate, sleep, lock, unlock in interrupts, and take
 * memory away. At the end nothing may be left. Fails by hanging, too.
 */
#include "../example/uumem.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { THREADS = 8, ROUNDS = 400, PAGES_EACH = UUMEM_WINDOW_PAGES / THREADS };

static _Atomic int called_back;

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

	alarm(60);
	uumem_boot(&uumem_posix_hooks, uumem_can_pin());
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
