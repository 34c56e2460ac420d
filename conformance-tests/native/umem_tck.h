/*
 * The C kit: plugs an implementation of the umem contract, written in C, into umem-tck.
 *
 * Write one function, umem_tck_subject(), link it with your implementation and umem_tck.c, which
 * has main(), and give the program to  umem-tck run --subject exec:PROGRAM.  See README.md.
 *
 * One thread runs at a time, whichever of them the kit lets run; so no function here has to guard
 * itself against another. Whatever is NULL is not there; what is not declared is never called.
 */
#ifndef UMEM_TCK_H
#define UMEM_TCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

_Static_assert(sizeof(void *) == 8 && sizeof(size_t) == 8, "umem-tck is for 64-bit hosts");
_Static_assert(sizeof(off_t) == 8, "umem-tck is for files of 64 bits");

struct buf; /* may stay incomplete: the kit hands bufs on, and looks into none */

/*
 * The DDI's own declarations. If you have yours, compile everything, umem_tck.c too, with
 * -DUMEM_TCK_DDI_HEADER='"your_header.h"'.
 */
#ifdef UMEM_TCK_DDI_HEADER
#include UMEM_TCK_DDI_HEADER
#else
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

#define B_BUSY 0x1
#define B_PHYS 0x20
#define B_READ 0x40
#define B_WRITE 0x100
#define B_SHADOW 0x200000

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
/* dev_t and daddr_t have 64 bits in the DDI, and on many hosts 32: so neither is used. */
struct buf *ddi_umem_iosetup(ddi_umem_cookie_t cookie, off_t off, size_t len, int direction,
    uint64_t dev, int64_t blkno, int (*iodone)(struct buf *), int sleepflag);
void freerbuf(struct buf *bp);
#endif

/*
 * What drivers declare for exports. If the header for the DDI that you have has it, it has
 * DEVMAP_OPS_REV, too.
 */
#ifndef UMEM_TCK_DEV_T
#define UMEM_TCK_DEV_T uint64_t /* the dev_t of devmap_map(9E) */
#endif
#ifndef UMEM_TCK_OFFSET_T
#define UMEM_TCK_OFFSET_T int64_t /* the offset_t of devmap_map(9E) and devmap_access(9E) */
#endif
#ifndef DEVMAP_OPS_REV
#define DEVMAP_OPS_REV 1
#define DEVMAP_DEFAULTS 0x0
#define DEVMAP_MAPPING_INVALID 0x1
#define DEVMAP_ALLOW_REMAP 0x2
#define DEVMAP_USE_PAGESIZE 0x4

typedef void *devmap_cookie_t;

struct devmap_callback_ctl {
	int devmap_rev;
	int (*devmap_map)(devmap_cookie_t dhp, UMEM_TCK_DEV_T dev, unsigned flags,
	    UMEM_TCK_OFFSET_T off, size_t len, void **pvtp);
	int (*devmap_access)(devmap_cookie_t dhp, void *pvtp, UMEM_TCK_OFFSET_T off, size_t len,
	    unsigned type, unsigned rw);
	int (*devmap_dup)(devmap_cookie_t dhp, void *pvtp, devmap_cookie_t new_dhp,
	    void **new_pvtp);
	void (*devmap_unmap)(devmap_cookie_t dhp, void *pvtp, UMEM_TCK_OFFSET_T off, size_t len,
	    devmap_cookie_t new_dhp1, void **new_pvtp1, devmap_cookie_t new_dhp2,
	    void **new_pvtp2);
};
#endif
#ifndef DDI_MODEL_LP64
#define DDI_MODEL_ILP32 0x100000
#define DDI_MODEL_LP64 0x200000
#endif

/*
 * What the cleanup function takes. Say -DUMEM_TCK_CLEANUP_ARG='ddi_umem_cookie_t *' if your header
 * declares it as the system's does; the value is the cookie itself (LOCKMEM.callback-argument).
 */
#ifndef UMEM_TCK_CLEANUP_ARG
#define UMEM_TCK_CLEANUP_ARG ddi_umem_cookie_t
#endif

/* What a subject may or may not offer. */
enum umem_tck_feature {
	UMEM_TCK_PAGES,
	UMEM_TCK_SWAP,
	UMEM_TCK_ADDRESS,
	UMEM_TCK_COOKIES,
	UMEM_TCK_CONTEXTS,
	UMEM_TCK_PAGING,
	UMEM_TCK_TRASH,
	UMEM_TCK_SETTLE,
	UMEM_TCK_LOCK,
	UMEM_TCK_LOCKMEMORY,
	UMEM_TCK_PROTECTION,
	UMEM_TCK_USER_PAGING,
	UMEM_TCK_PROCESSES,
	UMEM_TCK_EXIT,
	UMEM_TCK_VFORK,
	UMEM_TCK_PROJECTS,
	UMEM_TCK_ZONES,
	UMEM_TCK_PROJECT_LIMIT,
	UMEM_TCK_ZONE_LIMIT,
	UMEM_TCK_USAGE,
	UMEM_TCK_MLOCK,
	UMEM_TCK_FAULTS,
	UMEM_TCK_WORKER,
	UMEM_TCK_IOSETUP,
	UMEM_TCK_TRANSFERS,
	UMEM_TCK_USER_MEMORY,
	UMEM_TCK_DEVMAP,
	UMEM_TCK_REMAP,
	UMEM_TCK_DEVMAP_CALLBACKS,
	UMEM_TCK_FORK,
	UMEM_TCK_DATA_MODELS,
	UMEM_TCK_SHARED_DRIVER,
	UMEM_TCK_CHECKED,
	UMEM_TCK_FEATURES
};

/* Put into features[] for what is offered; anything else there is the reason why it is not. */
#define UMEM_TCK_OFFERED umem_tck_offered
extern const char umem_tck_offered[];

/* What an allocation uses up, in pages or cookies. */
enum umem_tck_resource {
	UMEM_TCK_FREE_PAGES,
	UMEM_TCK_FREE_SWAP,
	UMEM_TCK_FREE_ADDRESS,
	UMEM_TCK_FREE_COOKIES,
	UMEM_TCK_RESOURCES
};

/* What backs a mapping of a process. */
enum umem_tck_mapping {
	UMEM_TCK_ANON_PRIVATE,
	UMEM_TCK_ANON_SHARED,
	UMEM_TCK_FILE_PRIVATE,
	UMEM_TCK_FILE_SHARED,
	UMEM_TCK_SHARED_MEMORY,
	UMEM_TCK_DEVICE,
	UMEM_TCK_NOT_LOCKABLE,
	UMEM_TCK_MAPPINGS
};

/* What the calling thread is doing. */
enum umem_tck_context {
	UMEM_TCK_USER,
	UMEM_TCK_KERNEL,
	UMEM_TCK_INTERRUPT,
	UMEM_TCK_HIGH_LEVEL_INTERRUPT,
	UMEM_TCK_CONTEXT_KINDS
};

/* Whose locked memory is counted. */
enum umem_tck_holder { UMEM_TCK_PROJECT, UMEM_TCK_ZONE, UMEM_TCK_PROCESS, UMEM_TCK_HOLDERS };

/* A step of a lock, or the memory for a buf, that can be made to fail. */
enum umem_tck_step {
	UMEM_TCK_PAGE_LOCK,
	UMEM_TCK_REGISTER_CALLBACK,
	UMEM_TCK_BUF,
	UMEM_TCK_STEPS
};

/* What becomes of the worker that does deferred unlocks. */
enum umem_tck_gate { UMEM_TCK_HOLD, UMEM_TCK_STEP, UMEM_TCK_RELEASE, UMEM_TCK_GATES };

/* What a buf carries; all of it as it was given, but for flags, address and process. */
struct umem_tck_buf {
	int flags;		     /* b_flags: B_BUSY, B_PHYS and so on */
	size_t count;		     /* b_bcount: bytes */
	uint64_t dev;		     /* b_edev */
	int64_t blkno;		     /* b_lblkno */
	int (*iodone)(struct buf *); /* b_iodone */
	uintptr_t addr;		     /* b_un.b_addr: first byte, in the process or in the kernel */
	uint64_t proc;		     /* b_proc: its number; 0: none */
};

/*
 * The devmap(9E) entry of the driver whose device is mapped. It is the kit's, and makes the setups.
 * off and len are those of the mapping, in bytes; model is that of the application. Gives 0; after
 * anything else the mmap fails with ENXIO (DEVMAP.mmap-errno).
 */
typedef int umem_tck_devmap_entry(devmap_cookie_t dhp, int64_t off, size_t len, int model);

/* What is there at boot. Others are numbered by the subject. */
#define UMEM_TCK_BOOT_PROCESS 1
#define UMEM_TCK_BOOT_PROJECT 0
#define UMEM_TCK_BOOT_ZONE 0

/* No limit. */
#define UMEM_TCK_UNLIMITED UINT64_MAX

/* An implementation, and what the kit can arrange around it. The README says what each must do. */
struct umem_tck_subject {
	/* Who it is, in printable ASCII. */
	const char *name;
	const char *version;

	/* What it offers. */
	size_t page_size;				 /* bytes; 0: that of the host */
	uint64_t capacity;				 /* pages */
	const char *features[UMEM_TCK_FEATURES];	 /* UMEM_TCK_OFFERED, a reason, or NULL */
	uint64_t overhead[UMEM_TCK_RESOURCES];		 /* pages, or cookies */
	uintptr_t window_base;				 /* where the kit maps memory: address */
	uint64_t window_pages;				 /* and pages */
	bool mappings[UMEM_TCK_MAPPINGS];		 /* which kinds there are */
	bool boots_once;				 /* a machine needs a process of its own */

	/* Makes a fresh machine, and throws the earlier one away. */
	void (*boot)(uint64_t seed);

	/* The contract. */
	void *(*ddi_umem_alloc)(size_t size, int flag, ddi_umem_cookie_t *cookiep);
	void (*ddi_umem_free)(ddi_umem_cookie_t cookie);
	int (*ddi_umem_lock)(caddr_t addr, size_t len, int flags, ddi_umem_cookie_t *cookiep);
	void (*ddi_umem_unlock)(ddi_umem_cookie_t cookie);
	int (*umem_lockmemory)(caddr_t addr, size_t len, int flags, ddi_umem_cookie_t *cookiep,
	    struct umem_callback_ops *ops_vector, struct proc *procp);

	struct buf *(*ddi_umem_iosetup)(ddi_umem_cookie_t cookie, off_t off, size_t len,
	    int direction, uint64_t dev, int64_t blkno, int (*iodone)(struct buf *),
	    int sleepflag);
	void (*freerbuf)(struct buf *bp);

	/* The driver's view of allocated memory; NULL: through the pointer itself. */
	void (*fill)(uintptr_t address, size_t length, unsigned char value);
	int64_t (*matches)(uintptr_t address, size_t length, unsigned char value, int *found);

	/* Budgets: PAGES, SWAP, ADDRESS, COOKIES. */
	void (*set_free)(enum umem_tck_resource resource, uint64_t amount);
	uint64_t (*get_free)(enum umem_tck_resource resource);

	/* CONTEXTS, PROCESSES: puts the calling thread there, until it is put elsewhere. */
	void (*enter_context)(enum umem_tck_context context);
	void (*enter_process)(uint64_t proc);

	/* PAGING, USER_PAGING. */
	uint64_t (*page_out)(void);
	bool (*is_resident)(uintptr_t address);
	bool (*is_user_resident)(uint64_t proc, uintptr_t addr);

	/* LOCK, PROTECTION: the address spaces. prot is made of PROT_READ and PROT_WRITE. */
	void (*mmap)(uint64_t proc, uintptr_t addr, size_t len, enum umem_tck_mapping kind, int prot);
	void (*munmap)(uint64_t proc, uintptr_t addr, size_t len);
	void (*mprotect)(uint64_t proc, uintptr_t addr, size_t len, int prot);

	/* LOCKMEMORY: what umem_lockmemory calls a process; never asked for NULL. */
	struct proc *(*procp)(uint64_t proc);

	/* PROCESSES, EXIT, VFORK, PROJECTS, ZONES. */
	uint64_t (*new_process)(uint64_t project);
	uint64_t (*vfork)(uint64_t proc);
	void (*exit)(uint64_t proc);
	uint64_t (*new_project)(uint64_t zone);
	uint64_t (*new_zone)(void);
	int (*settaskid)(uint64_t proc, uint64_t project);
	int (*zone_enter)(uint64_t proc, uint64_t zone);

	/* PROJECT_LIMIT, ZONE_LIMIT, USAGE, MLOCK: bytes. */
	void (*set_limit)(enum umem_tck_holder of, uint64_t id, uint64_t bytes);
	uint64_t (*get_limit)(enum umem_tck_holder of, uint64_t id);
	uint64_t (*get_locked)(enum umem_tck_holder of, uint64_t id);
	int (*mlock)(uint64_t proc, uintptr_t addr, size_t len);
	int (*munlock)(uint64_t proc, uintptr_t addr, size_t len);

	/* IOSETUP: looks at a buf. Its iodone is a number, not a function: never call it. */
	void (*get_buf)(struct buf *bp, struct umem_tck_buf *carries);

	/*
	 * TRANSFERS: the device, as from strategy(9E), transfers all that a buf describes: B_READ from
	 * the medium into memory, B_WRITE from memory to the medium, which has as many bytes.
	 */
	void (*strategy)(struct buf *bp, unsigned char *medium);

	/*
	 * USER_MEMORY: what an application loads from its mappings, and stores. They give 0; or the
	 * number of the signal that it gets instead, from 1 to 127 (DEVMAP.invalid-faults).
	 */
	int (*load)(uint64_t proc, uintptr_t addr, unsigned char *into, size_t len);
	int (*store)(uint64_t proc, uintptr_t addr, const unsigned char *bytes, size_t len);

	/*
	 * DEVMAP, REMAP: the contract, without dip and accattrp, which the kit has not: if yours takes
	 * them, put a function between. 0 or -1.
	 */
	int (*devmap_umem_setup)(devmap_cookie_t dhp, struct devmap_callback_ctl *callbackops,
	    ddi_umem_cookie_t cookie, int64_t koff, size_t len, unsigned maxprot, unsigned flags);
	int (*devmap_umem_remap)(devmap_cookie_t dhp, ddi_umem_cookie_t cookie, int64_t off,
	    size_t len, unsigned maxprot, unsigned flags);

	/* DATA_MODELS: that of the application that is mapping. NULL: always DDI_MODEL_LP64. */
	int (*ddi_mmap_get_model)(void);

	/*
	 * DEVMAP: an application maps a device, through the entry of its driver, in the calling
	 * thread. share is MAP_SHARED or MAP_PRIVATE; opened is made of PROT_READ and PROT_WRITE: how
	 * it has opened the device. 0, or an error; then nothing is mapped. .munmap takes it away.
	 */
	int (*mmap_device)(uint64_t proc, uintptr_t addr, size_t len, int64_t off, int prot, int share,
	    int opened, umem_tck_devmap_entry *devmap);
	/* DEVMAP with PROTECTION: of pages of one mapped device. 0, or an error: EACCES. */
	int (*mprotect_device)(uint64_t proc, uintptr_t addr, size_t len, int prot);

	/* FORK, DATA_MODELS. */
	uint64_t (*fork)(uint64_t proc);
	void (*set_data_model)(uint64_t proc, int model);

	/*
	 * SHARED_DRIVER: the driver of Example 10-4. A mapping may wait; 0 or an error. Detaching
	 * gives 0 or -1. Load and store go through the driver's own pointer; off is in bytes.
	 */
	int (*shared_mmap)(uint64_t proc, uintptr_t addr, size_t len, int64_t off, int prot);
	int (*shared_detach)(void);
	void (*shared_load)(int64_t off, unsigned char *into, size_t len);
	void (*shared_store)(int64_t off, const unsigned char *bytes, size_t len);

	/* FAULTS, WORKER. */
	void (*fail_next)(enum umem_tck_step step, int error);
	void (*gate_worker)(enum umem_tck_gate gate);
};

/* You write this one: says what there is. Called once, before anything is booted. */
const struct umem_tck_subject *umem_tck_subject(void);

/*
 * The only way in which a subject that declares SETTLE blocks: until a condition holds. The kit
 * asks the condition, on any thread, while no call runs; it must only look. Comes back when it
 * holds; or never, when the machine is thrown away: then what the caller's frames hold is lost,
 * so keep what must be freed where boot() finds it, and hold no lock.
 */
void umem_tck_await(int (*until)(void *), void *arg);

/* Says that a condition which somebody awaits may hold now. Does not block. */
void umem_tck_changed(void);

/*
 * Starts a thread of the machine's own, such as a worker. It runs only when the kit lets it, blocks
 * through umem_tck_await alone, and is let go of by the next boot.
 */
void umem_tck_thread(void (*body)(void *), void *arg);

/* Stops the machine, and says why; never returns. Hold no lock that boot() needs. */
_Noreturn void umem_tck_panic(const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 1, 2)))
#endif
    ;

#endif
