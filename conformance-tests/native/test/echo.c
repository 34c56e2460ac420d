/*
 * A subject that answers with what it was asked, so that a transcript shows whether every field
 * goes where it belongs. It prints to standard output all the time. With INCOMPLETE it declares a
 * feature without its function.
 */
#include "../umem_tck.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define FAULTS 0xbad /* where an application gets a signal */

static enum umem_tck_context context;
static uint64_t process;
static struct umem_callback_ops *vector;
static uint64_t sum; /* of whatever was asked since it was read last */
static int holds;
static struct devmap_callback_ctl held; /* what the driver's structure held when it was given */
static struct devmap_callback_ctl *kept; /* and that structure */

/* Mixes arguments, so that two that change places show. */
static uint64_t
mix(uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
	printf("asked for %d %d %d %d\n", (int)a, (int)b, (int)c, (int)d);
	return a + 100 * b + 10000 * c + 1000000 * d;
}

static void
boot(uint64_t seed)
{
	sum = seed;
	holds = 0;
	kept = NULL;
}

static int
is_held(void *arg)
{
	return holds >= *(int *)arg;
}

static void *
alloc(size_t size, int flag, ddi_umem_cookie_t *cookiep)
{
	int until = flag;

	if (flag == 7) {
		umem_tck_panic("a \"bad\" flag\n\\ %d, \xc3\xa4", flag);
	}
	if (flag == 8) {
		return NULL; /* *cookiep is left as it was */
	}
	umem_tck_await(is_held, &until);
	*cookiep = (ddi_umem_cookie_t)mix(1, 2, 3, (uint64_t)flag);
	return (void *)(size + 1);
}

static void
release(ddi_umem_cookie_t cookie)
{
	holds = (int)(uintptr_t)cookie;
	umem_tck_changed();
}

static int
lock(caddr_t addr, size_t len, int flags, ddi_umem_cookie_t *cookiep)
{
	*cookiep = (ddi_umem_cookie_t)mix((uintptr_t)addr, len, (uint64_t)flags, 0);
	return flags;
}

/* A lock of more than one page calls its function at once, twice. */
static int
lockmemory(caddr_t addr, size_t len, int flags, ddi_umem_cookie_t *cookiep,
    struct umem_callback_ops *ops_vector, struct proc *procp)
{
	*cookiep = (ddi_umem_cookie_t)mix(
	    (uintptr_t)addr, len, (uint64_t)flags, procp == NULL ? 0 : (uintptr_t)procp);
	vector = ops_vector;
	if (vector == NULL) {
		return EAGAIN;
	}
	if (vector->cbo_umem_lock_cleanup == NULL) {
		return vector->cbo_umem_callback_version;
	}
	for (size_t i = 1; i < len; i++) {
		vector->cbo_umem_lock_cleanup((ddi_umem_cookie_t)i);
	}
	return 0;
}

static void
unlock(ddi_umem_cookie_t cookie)
{
	sum = mix((uintptr_t)cookie, context, process, 0);
}

static struct buf *
iosetup(ddi_umem_cookie_t cookie, off_t off, size_t len, int direction, uint64_t dev, int64_t blkno,
    int (*iodone)(struct buf *), int sleepflag)
{
	sum = mix(dev, (uint64_t)blkno, (uintptr_t)iodone, (uint64_t)sleepflag);
	return (struct buf *)mix((uintptr_t)cookie, (uint64_t)off, len, (uint64_t)direction);
}

static void
free_buf(struct buf *bp)
{
	sum = mix((uintptr_t)bp, 0, 0, 11);
}

/* A buf carries numbers one above the other, and of its flags those of its own number. */
static void
get_buf(struct buf *bp, struct umem_tck_buf *carries)
{
	uintptr_t n = (uintptr_t)bp;

	*carries = (struct umem_tck_buf){(int)n, n + 1, n + 2, -(int64_t)n - 3,
	    (int (*)(struct buf *))(n + 4), n + 5, n + 6};
}

/* Says what is on the medium, then writes 9 to the first two bytes of it. */
static void
strategy(struct buf *bp, unsigned char *medium)
{
	sum = mix((uintptr_t)bp, medium[0], medium[(uintptr_t)bp], 12);
	memset(medium, 9, 2);
}

/* The first byte is the address, the second the process; the rest is left as it is. */
static int
load(uint64_t proc, uintptr_t addr, unsigned char *into, size_t len)
{
	if (len > 1) {
		into[0] = (unsigned char)addr;
		into[1] = (unsigned char)proc;
	}
	return addr == FAULTS ? 10 : 0;
}

static int
store(uint64_t proc, uintptr_t addr, const unsigned char *bytes, size_t len)
{
	sum = mix(proc, addr, len, (uint64_t)bytes[0] + bytes[len - 1]);
	return addr == FAULTS ? 127 : 0;
}

/* ---- Exports. Cookie 0 is refused, and 9 answers what no setup may. */

static int
setup(devmap_cookie_t dhp, struct devmap_callback_ctl *ctl, ddi_umem_cookie_t cookie, int64_t koff,
    size_t len, unsigned maxprot, unsigned flags)
{
	sum += mix((uintptr_t)dhp, (uintptr_t)cookie, (uint64_t)koff, len) +
	    100000000 * mix(maxprot, flags, ctl == NULL ? 0 : (uint64_t)ctl->devmap_rev, 0);
	kept = ctl;
	held = ctl == NULL ? (struct devmap_callback_ctl){0} : *ctl;
	return cookie == NULL ? -1 : (uintptr_t)cookie == 9;
}

static int
get_model(void)
{
	return DDI_MODEL_ILP32;
}

/*
 * Is refused before the entry if the device was not opened. Calls devmap_map as it was held, and
 * with an odd length as it is now; with a length of 3 it has the entry called twice.
 */
static int
map_device(uint64_t proc, uintptr_t addr, size_t len, int64_t off, int prot, int share, int opened,
    umem_tck_devmap_entry *devmap)
{
	sum = mix(proc, addr, len, (uint64_t)(off + prot + 10 * share + 100 * opened));
	held = (struct devmap_callback_ctl){0};
	if (opened == 0) {
		return EACCES;
	}
	if (devmap((devmap_cookie_t)0xd, off, len, DDI_MODEL_LP64) != 0 ||
	    (len == 3 && devmap((devmap_cookie_t)0xe, off, len, DDI_MODEL_LP64) != 0)) {
		return ENXIO;
	}
	struct devmap_callback_ctl *ctl = len % 2 == 1 ? kept : &held;
	return ctl == NULL || ctl->devmap_map == NULL ? 0 : ctl->devmap_map(NULL, 0, 0, 0, 0, NULL);
}

static int
protect_device(uint64_t proc, uintptr_t addr, size_t len, int prot)
{
	sum = mix(proc, addr, len, (uint64_t)prot);
	if (kept != NULL && kept->devmap_access != NULL) {
		kept->devmap_access(NULL, NULL, 0, 0, 0, 0);
	}
	return EACCES;
}

static int
remap(devmap_cookie_t dhp, ddi_umem_cookie_t cookie, int64_t off, size_t len, unsigned maxprot,
    unsigned flags)
{
	sum = mix((uintptr_t)dhp, (uintptr_t)cookie, (uint64_t)off, len) +
	    100000000 * mix(maxprot, flags, 0, 0);
	return cookie == NULL ? -1 : 0;
}

static void
set_model(uint64_t proc, int model)
{
	sum = mix(proc, (uint64_t)model, 0, 13);
}

/* Waits until as many are held as its length says. */
static int
shared_map(uint64_t proc, uintptr_t addr, size_t len, int64_t off, int prot)
{
	int until = (int)len;

	umem_tck_await(is_held, &until);
	sum = mix(proc, addr, (uint64_t)off, (uint64_t)prot);
	return ENXIO;
}

static int
detach(void)
{
	return holds > 0 ? 0 : -1;
}

static void
shared_load(int64_t off, unsigned char *into, size_t len)
{
	if (len > 1) {
		into[0] = into[1] = (unsigned char)off;
	}
}

static void
shared_store(int64_t off, const unsigned char *bytes, size_t len)
{
	sum = mix((uint64_t)off, len, bytes[len - 1], 14);
}

static void
fill(uintptr_t address, size_t length, unsigned char value)
{
	sum = mix(address, length, value, 1);
}

static int64_t
matches(uintptr_t address, size_t length, unsigned char value, int *found)
{
	*found = value + 1;
	return (int64_t)mix(address, length, 0, 0) - 1;
}

static void
set_free(enum umem_tck_resource resource, uint64_t amount)
{
	sum = mix(resource, amount, 0, 2);
}

/* What the last call was that answers nothing. */
static uint64_t
get_free(enum umem_tck_resource resource)
{
	(void)resource;
	return sum;
}

static void
enter_context(enum umem_tck_context next)
{
	context = next;
}

static void
enter_process(uint64_t proc)
{
	process = proc;
}

static uint64_t
page_out(void)
{
	return UINT64_MAX;
}

static bool
is_resident(uintptr_t address)
{
	return address % 2;
}

static bool
is_user_resident(uint64_t proc, uintptr_t addr)
{
	return (proc + addr) % 2;
}

static void
map(uint64_t proc, uintptr_t addr, size_t len, enum umem_tck_mapping kind, int prot)
{
	sum = mix(proc, addr, len, (uint64_t)kind * 10 + (uint64_t)prot);
}

static void
unmap(uint64_t proc, uintptr_t addr, size_t len)
{
	sum = mix(proc, addr, len, 3);
}

static void
protect(uint64_t proc, uintptr_t addr, size_t len, int prot)
{
	sum = mix(proc, addr, len, (uint64_t)prot);
}

static struct proc *
procp(uint64_t proc)
{
	return (struct proc *)(uintptr_t)(proc + 1);
}

static uint64_t
one_more(uint64_t of)
{
	return of + 1;
}

static void
leave(uint64_t proc)
{
	sum = mix(proc, 0, 0, 4);
}

static uint64_t
new_zone(void)
{
	return mix(context, process, 0, 5);
}

static int
move(uint64_t proc, uint64_t to)
{
	return (int)mix(proc, to, 0, 0);
}

static void
set_limit(enum umem_tck_holder of, uint64_t id, uint64_t bytes)
{
	sum = mix(of, id, bytes, 6);
}

static uint64_t
get_of(enum umem_tck_holder of, uint64_t id)
{
	return mix(of, id, 0, 7);
}

static int
lock_pages(uint64_t proc, uintptr_t addr, size_t len)
{
	return (int)mix(proc, addr, len, 8);
}

static void
fail_next(enum umem_tck_step step, int error)
{
	sum = mix(step, error == EAGAIN, error == ENOMEM, 9);
}

static void
worker(void *arg)
{
	umem_tck_await(is_held, arg);
	sum = 1;
}

static void
gate_worker(enum umem_tck_gate gate)
{
	static int enough = 50;

	sum = mix(gate, 0, 0, 10);
	umem_tck_thread(worker, &enough);
}

const struct umem_tck_subject *
umem_tck_subject(void)
{
	static struct umem_tck_subject echo = {
	    .name = "echo",
	    .version = "\"1\"",
	    .page_size = 16,
	    .capacity = UINT64_MAX,
	    .features = {[UMEM_TCK_VFORK] = "no \\ reason"},
	    .overhead = {[UMEM_TCK_FREE_PAGES] = 1, [UMEM_TCK_FREE_COOKIES] = 2},
	    .window_base = 0xabc0,
	    .window_pages = 99,
	    .mappings = {[UMEM_TCK_DEVICE] = true},
	    .boots_once = true,
	    .boot = boot,
	    .ddi_umem_alloc = alloc,
	    .ddi_umem_free = release,
	    .ddi_umem_lock = lock,
	    .ddi_umem_unlock = unlock,
	    .umem_lockmemory = lockmemory,
	    .ddi_umem_iosetup = iosetup,
	    .freerbuf = free_buf,
	    .get_buf = get_buf,
	    .strategy = strategy,
	    .load = load,
	    .store = store,
	    .devmap_umem_setup = setup,
	    .devmap_umem_remap = remap,
	    .ddi_mmap_get_model = get_model,
	    .mmap_device = map_device,
	    .mprotect_device = protect_device,
	    .fork = one_more,
	    .set_data_model = set_model,
	    .shared_mmap = shared_map,
	    .shared_detach = detach,
	    .shared_load = shared_load,
	    .shared_store = shared_store,
	    .fill = fill,
	    .matches = matches,
	    .set_free = set_free,
	    .get_free = get_free,
	    .enter_context = enter_context,
	    .enter_process = enter_process,
	    .page_out = page_out,
	    .is_resident = is_resident,
	    .is_user_resident = is_user_resident,
	    .mmap = map,
	    .munmap = unmap,
	    .mprotect = protect,
	    .procp = procp,
	    .new_process = one_more,
	    .vfork = one_more,
	    .exit = leave,
	    .new_project = one_more,
	    .new_zone = new_zone,
	    .settaskid = move,
	    .zone_enter = move,
	    .set_limit = set_limit,
	    .get_limit = get_of,
	    .get_locked = get_of,
	    .mlock = lock_pages,
	    .munlock = lock_pages,
	    .fail_next = fail_next,
	    .gate_worker = gate_worker,
	};

	for (int f = 0; f < UMEM_TCK_FEATURES; f++) {
		if (echo.features[f] == NULL) {
			echo.features[f] = UMEM_TCK_OFFERED;
		}
	}
#ifdef INCOMPLETE
	echo.munmap = NULL;
#endif
	return &echo;
}
