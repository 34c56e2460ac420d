/*
 * uumem: the umem contract in user space. Memory for drivers comes from an arena that is locked in
 * memory; memory of the process is locked in a window, a range of addresses in which uumem maps it
 * and so knows what is there. One process, one project, one zone.
 *
 * Safe for any number of threads: one mutex guards all state, and nobody waits while he holds it.
 */
#ifndef UUMEM_H
#define UUMEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* ---- The DDI. */

typedef char *caddr_t;
typedef void *ddi_umem_cookie_t;
struct proc;

#define DDI_UMEM_SLEEP 0x0
#define DDI_UMEM_NOSLEEP 0x1
#define DDI_UMEM_PAGEABLE 0x2
#define DDI_UMEM_TRASH 0x4

#define DDI_UMEMLOCK_READ 0x1
#define DDI_UMEMLOCK_WRITE 0x2
#define DDI_UMEMLOCK_LONGTERM 0x4

#define UMEM_CALLBACK_VERSION 1

struct umem_callback_ops {
	int cbo_umem_callback_version;
	void (*cbo_umem_lock_cleanup)(ddi_umem_cookie_t);
};

void *ddi_umem_alloc(size_t size, int flag, ddi_umem_cookie_t *cookiep);
void ddi_umem_free(ddi_umem_cookie_t cookie);
int ddi_umem_lock(caddr_t addr, size_t len, int flags, ddi_umem_cookie_t *cookiep);
void ddi_umem_unlock(ddi_umem_cookie_t cookie);
int umem_lockmemory(caddr_t addr, size_t len, int flags, ddi_umem_cookie_t *cookiep,
    struct umem_callback_ops *ops_vector, struct proc *procp);

#define B_BUSY 0x1
#define B_PHYS 0x20
#define B_READ 0x40
#define B_WRITE 0x100

/*
 * What ddi_umem_iosetup says to a device. The host's dev_t and daddr_t may be too short. There is
 * never a page list: what is locked stays where it is mapped.
 */
struct buf {
	int b_flags;
	size_t b_bcount;
	uint64_t b_edev;
	int64_t b_lblkno;
	int (*b_iodone)(struct buf *);
	union {
		caddr_t b_addr;
	} b_un;
	struct proc *b_proc;
};

struct buf *ddi_umem_iosetup(ddi_umem_cookie_t cookie, off_t off, size_t len, int direction,
    uint64_t dev, int64_t blkno, int (*iodone)(struct buf *), int sleepflag);
void freerbuf(struct buf *bp);

/* The documents know of more than one kind of offset, and hosts of fewer: all are int64_t here. */
typedef void *devmap_cookie_t;
typedef struct dev_info dev_info_t;
typedef struct ddi_device_acc_attr ddi_device_acc_attr_t;

#define DEVMAP_OPS_REV 1
#define DEVMAP_DEFAULTS 0x0
#define DEVMAP_MAPPING_INVALID 0x1
#define DEVMAP_ALLOW_REMAP 0x2
#define DEVMAP_USE_PAGESIZE 0x4

#define DDI_MODEL_ILP32 0x100000
#define DDI_MODEL_LP64 0x200000

struct devmap_callback_ctl {
	int devmap_rev;
	int (*devmap_map)(devmap_cookie_t dhp, uint64_t dev, unsigned flags, int64_t off,
	    size_t len, void **pvtp);
	int (*devmap_access)(devmap_cookie_t dhp, void *pvtp, int64_t off, size_t len,
	    unsigned type, unsigned rw);
	int (*devmap_dup)(devmap_cookie_t dhp, void *pvtp, devmap_cookie_t new_dhp,
	    void **new_pvtp);
	void (*devmap_unmap)(devmap_cookie_t dhp, void *pvtp, int64_t off, size_t len,
	    devmap_cookie_t new_dhp1, void **new_pvtp1, devmap_cookie_t new_dhp2,
	    void **new_pvtp2);
};

/* Of the structure, devmap_map is called; and devmap_access only lets MAP_PRIVATE pass. */
int devmap_umem_setup(devmap_cookie_t dhp, dev_info_t *dip,
    struct devmap_callback_ctl *callbackops, ddi_umem_cookie_t cookie, int64_t koff, size_t len,
    unsigned maxprot, unsigned flags, ddi_device_acc_attr_t *accattrp);
int devmap_umem_remap(devmap_cookie_t dhp, dev_info_t *dip, ddi_umem_cookie_t cookie, int64_t off,
    size_t len, unsigned maxprot, unsigned flags, ddi_device_acc_attr_t *accattrp);

/* ---- The machine. */

/* Addresses are fixed, so that two runs show the same. */
#ifndef UUMEM_ARENA
#define UUMEM_ARENA ((uintptr_t)0x200000000000)
#endif
#define UUMEM_WINDOW (UUMEM_ARENA + 0x10000000000)
#define UUMEM_BUFS (UUMEM_WINDOW + 0x10000000000)
enum { UUMEM_ARENA_PAGES = 64, UUMEM_WINDOW_PAGES = 48, UUMEM_BUF_PAGES = 16 };

/* How uumem waits, and stops. */
struct uumem_hooks {
	/* Blocks until a condition holds, which is asked again after each changed(). */
	void (*await)(int (*until)(void *), void *arg);
	void (*changed)(void);
	/* Starts a thread. */
	void (*thread)(void (*body)(void *), void *arg);
	/* Never returns. */
	void (*panic)(const char *format, ...);
};

/* With POSIX threads and abort(). */
extern const struct uumem_hooks uumem_posix_hooks;

/* Whether the host lets this process lock the arena and the window in memory. */
bool uumem_can_pin(void);

/*
 * Makes a fresh machine; nobody may be inside the one before. Without pins nothing is locked in
 * memory, only counted: for hosts on which uumem_can_pin() says no. With pins, what the host
 * refuses is refused with EAGAIN (LOCK.resource-shortage).
 */
void uumem_boot(const struct uumem_hooks *hooks, bool pins);

/* Bytes in a page. */
size_t uumem_page_size(void);

/* The process. */
struct proc *uumem_self(void);

/* In which context the calling thread makes its calls: USER from its start. */
enum uumem_context {
	UUMEM_USER,
	UUMEM_KERNEL,
	UUMEM_INTERRUPT,
	UUMEM_HIGH_LEVEL_INTERRUPT,
};
void uumem_enter_context(enum uumem_context context);

/* How much of each resource is free, in pages and cookies. ADDRESS: contiguous pages. */
enum uumem_resource { UUMEM_PAGES, UUMEM_SWAP, UUMEM_ADDRESS, UUMEM_COOKIES, UUMEM_RESOURCES };
void uumem_set_free(enum uumem_resource resource, uint64_t amount);
uint64_t uumem_get_free(enum uumem_resource resource);

/* ---- The memory of the process: whole pages in the window. */

enum uumem_backing {
	UUMEM_ANON_PRIVATE,
	UUMEM_ANON_SHARED,
	UUMEM_FILE_PRIVATE,
	UUMEM_FILE_SHARED,
	UUMEM_SHARED_MEMORY,
	UUMEM_REMAPPABLE, /* its owner may put other memory in its place: never locked */
	UUMEM_DEVICE,	  /* uumem_mmap_device alone makes it */
};
void uumem_mmap(uintptr_t addr, size_t len, enum uumem_backing backing, int prot);

/* These wait while a page of the range is locked, and call the cleanup functions of its locks. */
void uumem_munmap(uintptr_t addr, size_t len);
void uumem_mprotect(uintptr_t addr, size_t len, int prot);

/* devmap(9E) of a driver: sets all of a mapping up; 0, or it is not made. */
typedef int uumem_devmap_entry(devmap_cookie_t dhp, int64_t off, size_t len, int model);

/*
 * Maps a device where nothing is mapped; prot, share and opened as of mmap(2) and open(2). 0, or an
 * error. uumem_munmap takes it away. Only uumem_mprotect_device changes its protection: 0, or
 * EACCES for more than the driver's maxprot; never while a page of the range is locked.
 */
int uumem_mmap_device(uintptr_t addr, size_t len, int64_t off, int prot, int share, int opened,
    uumem_devmap_entry *devmap);
int uumem_mprotect_device(uintptr_t addr, size_t len, int prot);

/*
 * A device: transfers what a buf describes, B_READ from the medium into memory, B_WRITE from memory
 * to the medium, which has b_bcount bytes.
 */
void uumem_strategy(struct buf *bp, unsigned char *medium);

/* ---- project.max-locked-memory, in bytes. */

void uumem_set_limit(uint64_t bytes);
uint64_t uumem_get_limit(void);
uint64_t uumem_get_locked(void);

/* ---- For tests: what goes wrong, and what waits, inside a lock, an unlock and a setup. */

enum uumem_step { UUMEM_PAGE_LOCK, UUMEM_REGISTER_CALLBACK, UUMEM_BUF, UUMEM_STEPS };
void uumem_fail_next(enum uumem_step step, int error);

enum uumem_gate { UUMEM_HOLD, UUMEM_STEP, UUMEM_RELEASE };
void uumem_gate_worker(enum uumem_gate gate);

#endif
