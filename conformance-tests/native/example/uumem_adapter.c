/* Plugs uumem into the C kit: what it offers, why not the rest, and a few lines of glue. */
#define _POSIX_C_SOURCE 200809L

#include "../umem_tck.h"

#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static bool pins;

static const struct uumem_hooks kit_hooks = {
    .await = umem_tck_await,
    .changed = umem_tck_changed,
    .thread = umem_tck_thread,
    .panic = umem_tck_panic,
};

static void
boot(uint64_t seed)
{
	(void)seed; /* uumem draws no lots */
	uumem_boot(&kit_hooks, pins);
}

/* The names of the kit and of uumem stand in the same order. */

static void
set_free(enum umem_tck_resource resource, uint64_t amount)
{
	uumem_set_free((enum uumem_resource)resource, amount);
}

static uint64_t
get_free(enum umem_tck_resource resource)
{
	return uumem_get_free((enum uumem_resource)resource);
}

static void
enter_context(enum umem_tck_context context)
{
	uumem_enter_context((enum uumem_context)context);
}

static void
map(uint64_t proc, uintptr_t addr, size_t len, enum umem_tck_mapping kind, int prot)
{
	static const enum uumem_backing backings[UMEM_TCK_MAPPINGS] = {
	    [UMEM_TCK_ANON_PRIVATE] = UUMEM_ANON_PRIVATE,
	    [UMEM_TCK_ANON_SHARED] = UUMEM_ANON_SHARED,
	    [UMEM_TCK_FILE_PRIVATE] = UUMEM_FILE_PRIVATE,
	    [UMEM_TCK_FILE_SHARED] = UUMEM_FILE_SHARED,
	    [UMEM_TCK_SHARED_MEMORY] = UUMEM_SHARED_MEMORY,
	    [UMEM_TCK_NOT_LOCKABLE] = UUMEM_REMAPPABLE,
	};

	(void)proc; /* there is one */
	uumem_mmap(addr, len, backings[kind], prot);
}

static void
unmap(uint64_t proc, uintptr_t addr, size_t len)
{
	(void)proc;
	uumem_munmap(addr, len);
}

static void
protect(uint64_t proc, uintptr_t addr, size_t len, int prot)
{
	(void)proc;
	uumem_mprotect(addr, len, prot);
}

static struct proc *
procp(uint64_t proc)
{
	(void)proc;
	return uumem_self();
}

static void
set_limit(enum umem_tck_holder of, uint64_t id, uint64_t bytes)
{
	(void)of; /* there is one project, and one process in it */
	(void)id;
	uumem_set_limit(bytes);
}

static uint64_t
get_limit(enum umem_tck_holder of, uint64_t id)
{
	(void)of;
	(void)id;
	return uumem_get_limit();
}

static uint64_t
get_locked(enum umem_tck_holder of, uint64_t id)
{
	(void)of;
	(void)id;
	return uumem_get_locked();
}

static void
get_buf(struct buf *bp, struct umem_tck_buf *carries)
{
	*carries = (struct umem_tck_buf){
	    .flags = bp->b_flags,
	    .count = bp->b_bcount,
	    .dev = bp->b_edev,
	    .blkno = bp->b_lblkno,
	    .iodone = bp->b_iodone,
	    .addr = (uintptr_t)bp->b_un.b_addr,
	    .proc = bp->b_proc == NULL ? 0 : UMEM_TCK_BOOT_PROCESS,
	};
}

/* The window is in this process: the application is whoever touches it, and gets real signals. */

static sigjmp_buf touching;

static void
touch_ends(int number)
{
	siglongjmp(touching, number);
}

static int
touch(void *to, const void *from, size_t len)
{
	static const int numbers[] = {SIGBUS, SIGSEGV};
	struct sigaction before[2];
	struct sigaction ends = {.sa_handler = touch_ends};

	for (int i = 0; i < 2; i++) {
		sigaction(numbers[i], &ends, &before[i]);
	}
	int number = sigsetjmp(touching, 1);
	if (number == 0) {
		memcpy(to, from, len);
	}
	for (int i = 0; i < 2; i++) {
		sigaction(numbers[i], &before[i], NULL);
	}
	return number;
}

static int
load(uint64_t proc, uintptr_t addr, unsigned char *into, size_t len)
{
	(void)proc;
	return touch(into, (const void *)addr, len);
}

static int
store(uint64_t proc, uintptr_t addr, const unsigned char *bytes, size_t len)
{
	(void)proc;
	return touch((void *)addr, bytes, len);
}

/* Neither a device nor its attributes are looked at. */

static int
setup(devmap_cookie_t dhp, struct devmap_callback_ctl *callbackops, ddi_umem_cookie_t cookie,
    int64_t koff, size_t len, unsigned maxprot, unsigned flags)
{
	return devmap_umem_setup(
	    dhp, NULL, callbackops, cookie, koff, len, maxprot, flags, NULL);
}

static int
remap(devmap_cookie_t dhp, ddi_umem_cookie_t cookie, int64_t off, size_t len, unsigned maxprot,
    unsigned flags)
{
	return devmap_umem_remap(dhp, NULL, cookie, off, len, maxprot, flags, NULL);
}

static int
map_device(uint64_t proc, uintptr_t addr, size_t len, int64_t off, int prot, int share, int opened,
    umem_tck_devmap_entry *devmap)
{
	(void)proc;
	return uumem_mmap_device(addr, len, off, prot, share, opened, devmap);
}

static int
protect_device(uint64_t proc, uintptr_t addr, size_t len, int prot)
{
	(void)proc;
	return uumem_mprotect_device(addr, len, prot);
}

static void
fail_next(enum umem_tck_step step, int error)
{
	uumem_fail_next((enum uumem_step)step, error);
}

static void
gate_worker(enum umem_tck_gate gate)
{
	uumem_gate_worker((enum uumem_gate)gate);
}

static struct umem_tck_subject uumem = {
    .name = "uumem",
    .version = "0.1.0",
    .capacity = UUMEM_ARENA_PAGES,
    .features =
	{
	    [UMEM_TCK_PAGES] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_SWAP] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_ADDRESS] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_COOKIES] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_CONTEXTS] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_PAGING] = "the host decides what it pages out",
	    [UMEM_TCK_TRASH] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_SETTLE] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_LOCK] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_LOCKMEMORY] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_PROTECTION] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_USER_PAGING] = "the host decides what it pages out",
	    [UMEM_TCK_PROCESSES] = "it locks the memory of its own process alone",
	    [UMEM_TCK_EXIT] = "when its process exits, it is gone itself",
	    [UMEM_TCK_VFORK] = "it locks the memory of its own process alone",
	    [UMEM_TCK_PROJECTS] = "its one process stays in one project",
	    [UMEM_TCK_ZONES] = "its one process stays in one zone",
	    [UMEM_TCK_PROJECT_LIMIT] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_ZONE_LIMIT] = "it limits its project alone",
	    [UMEM_TCK_USAGE] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_MLOCK] = "the host counts its own mlock(2)",
	    [UMEM_TCK_FAULTS] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_WORKER] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_IOSETUP] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_TRANSFERS] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_USER_MEMORY] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_DEVMAP] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_REMAP] = UMEM_TCK_OFFERED,
	    [UMEM_TCK_DEVMAP_CALLBACKS] = "the host loads pages, and asks no driver",
	    [UMEM_TCK_FORK] = "it shows memory to its own process alone",
	    [UMEM_TCK_DATA_MODELS] = "its one process is of 64 bits",
	    [UMEM_TCK_SHARED_DRIVER] = "it brings no driver",
	    [UMEM_TCK_CHECKED] = UMEM_TCK_OFFERED,
	},
    .window_base = UUMEM_WINDOW,
    .window_pages = UUMEM_WINDOW_PAGES,
    .mappings =
	{
	    [UMEM_TCK_ANON_PRIVATE] = true,
	    [UMEM_TCK_ANON_SHARED] = true,
	    [UMEM_TCK_FILE_PRIVATE] = true,
	    [UMEM_TCK_FILE_SHARED] = true,
	    [UMEM_TCK_SHARED_MEMORY] = true,
	    [UMEM_TCK_NOT_LOCKABLE] = true,
	},
    .boot = boot,
    .ddi_umem_alloc = ddi_umem_alloc,
    .ddi_umem_free = ddi_umem_free,
    .ddi_umem_lock = ddi_umem_lock,
    .ddi_umem_unlock = ddi_umem_unlock,
    .umem_lockmemory = umem_lockmemory,
    .ddi_umem_iosetup = ddi_umem_iosetup,
    .freerbuf = freerbuf,
    .set_free = set_free,
    .get_free = get_free,
    .enter_context = enter_context,
    .mmap = map,
    .munmap = unmap,
    .mprotect = protect,
    .procp = procp,
    .set_limit = set_limit,
    .get_limit = get_limit,
    .get_locked = get_locked,
    .get_buf = get_buf,
    .strategy = uumem_strategy,
    .load = load,
    .store = store,
    .devmap_umem_setup = setup,
    .devmap_umem_remap = remap,
    .mmap_device = map_device,
    .mprotect_device = protect_device,
    .fail_next = fail_next,
    .gate_worker = gate_worker,
};

const struct umem_tck_subject *
umem_tck_subject(void)
{
	pins = uumem_can_pin();
	if (!pins) {
		/* A report must show it: what is judged then is everything but the pins. */
		fprintf(stderr,
		    "uumem: the host does not let this process lock %d pages (see ulimit -l):"
		    " locks are counted, and nothing is pinned\n",
		    UUMEM_ARENA_PAGES + UUMEM_WINDOW_PAGES);
		uumem.version = "0.1.0 (counts, does not pin)";
	}
	return &uumem;
}
