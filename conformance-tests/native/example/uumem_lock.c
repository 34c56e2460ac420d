/* ddi_umem_lock, umem_lockmemory and ddi_umem_unlock, what they are charged, and the worker. */
#define _POSIX_C_SOURCE 200809L

#include "uumem_impl.h"

#include <errno.h>
#include <string.h>

#define ACCESS (DDI_UMEMLOCK_READ | DDI_UMEMLOCK_WRITE)

static uint64_t limit;
static uint64_t locked;

static int faults[UUMEM_STEPS];

/* Unlocks that were put off, oldest first (UNLOCK.deferred-fifo). */
static struct cookie *queue;
static size_t queued;
static enum uumem_gate gate;
static size_t allowed; /* with STEP: how many unlocks the worker may do */
static bool has_worker;

void
locks_boot(void)
{
	limit = UINT64_MAX; /* ACCT.infinite-default */
	locked = 0;
	memset(faults, 0, sizeof(faults));
	queue = NULL;
	queued = 0;
	gate = UUMEM_RELEASE;
	allowed = 0;
	has_worker = false;
}

/* ---- Accounting. */

/* What a lock of these pages costs: all of it, whoever else has locked them (ACCT.full-price). */
static uint64_t
price(uintptr_t addr, size_t len)
{
#ifdef BUG_CHARGES_A_PAGE_ONCE
	if (space_check(addr, len, DDI_UMEMLOCK_READ) != EFAULT) {
		return space_unpinned(space_range(addr, len)) * uumem_page_size();
	}
#endif
	(void)addr;
	return len;
}

/* Test and charge are one step: the caller is inside the machine (ACCT.atomic). */
static bool
charge(uint64_t bytes)
{
	if (locked + bytes < locked || locked + bytes > limit) {
		return false; /* ACCT.overflow, ACCT.includes-request */
	}
	locked += bytes;
	return true;
}

static void
credit(const struct cookie *c)
{
	uint64_t bytes = c->charged;

#ifdef BUG_CHARGES_A_PAGE_ONCE
	bytes = space_unpinned(c->pages) * uumem_page_size();
#endif
	locked -= bytes;
}

/* ---- Locking, in the order in which the errors are decided (LOCK.validation-order). */

static bool
is_valid(uintptr_t addr, size_t len, int flags, int known, const struct umem_callback_ops *ops)
{
	size_t page = uumem_page_size();
	bool function = ops != NULL && ops->cbo_umem_lock_cleanup != NULL;

	return (flags & ~known) == 0 && (flags & ACCESS) != 0 && addr % page == 0 &&
	    len % page == 0 && ((flags & DDI_UMEMLOCK_LONGTERM) == 0 || function) &&
	    (ops == NULL || ops->cbo_umem_callback_version == UMEM_CALLBACK_VERSION);
}

/* Behind the charge: checks and pins the pages, and registers the function; makes the cookie. */
static int
lock_charged(uintptr_t addr, size_t len, int flags, const struct umem_callback_ops *ops,
    struct cookie **made)
{
	struct range pages = space_range(addr, len);
	bool function = ops != NULL && ops->cbo_umem_lock_cleanup != NULL;
	int error = space_check(addr, len, flags);

	if (error == 0) {
		error = space_pin(pages);
#ifdef BUG_KEEPS_THE_CHARGE
		locked += error != 0 ? len : 0; /* so that what the caller gives back is not enough */
#endif
	}
	if (error != 0) {
		return error;
	}
	error = function ? next_fault(UUMEM_REGISTER_CALLBACK) : 0;
	*made = error == 0 ? new_cookie(LOCKED, pages) : NULL;
	if (*made == NULL) {
		space_unpin(pages); /* LOCKMEM.registration-failure */
		return error != 0 ? error : ENOMEM;
	}
	(*made)->access = flags & ACCESS;
	(*made)->cleanup = function ? ops->cbo_umem_lock_cleanup : NULL;
	(*made)->callback = function ? ARMED : NONE;
	return 0;
}

static int
lock(uintptr_t addr, size_t len, int flags, int known, const struct umem_callback_ops *ops,
    ddi_umem_cookie_t *cookiep)
{
	struct cookie *c;

	*cookiep = NULL; /* LOCK.cookie-null-on-error */
	if (!is_valid(addr, len, flags, known, ops)) {
		return EINVAL;
	}
	uint64_t bytes = price(addr, len);
	if (!charge(bytes)) {
		return ENOMEM; /* ACCT.test-before-lock, ACCT.errno */
	}
	int error = lock_charged(addr, len, flags, ops, &c);
	if (error != 0) {
		locked -= bytes; /* LOCK.rollback */
		return error;
	}
	c->charged = bytes;
	*cookiep = cookie_value(c);
	return 0;
}

static int
lock_in_user_context(caddr_t addr, size_t len, int flags, int known,
    const struct umem_callback_ops *ops, ddi_umem_cookie_t *cookiep)
{
	machine_enter();
	if (current_context() != UUMEM_USER) {
		machine_panic("ddi_umem_lock: not in user context"); /* LOCK.context */
	}
	int error = lock((uintptr_t)addr, len, flags, known, ops, cookiep);
	machine_leave();
	if (error == 0) {
		hooks->changed(); /* who waits to change these pages may have to call this one, too */
	}
	return error;
}

int
ddi_umem_lock(caddr_t addr, size_t len, int flags, ddi_umem_cookie_t *cookiep)
{
	return lock_in_user_context(addr, len, flags, ACCESS, NULL, cookiep);
}

int
umem_lockmemory(caddr_t addr, size_t len, int flags, ddi_umem_cookie_t *cookiep,
    struct umem_callback_ops *ops_vector, struct proc *procp)
{
	if (procp != NULL && procp != uumem_self()) {
		machine_enter();
		machine_panic("umem_lockmemory: there is no process %p", (void *)procp);
	}
	return lock_in_user_context(
	    addr, len, flags, ACCESS | DDI_UMEMLOCK_LONGTERM, ops_vector, cookiep);
}

/* ---- Unlocking. */

static void
unlock_now(struct cookie *c)
{
	space_unpin(c->pages);
#ifdef BUG_CREDITS_WHEN_QUEUED
	if (c->stage != QUEUED)
#endif
		credit(c); /* UNLOCK.credit-when-real */
	c->stage = RELEASED;
	if (c->callback != BEGUN) {
		forget_cookie(c);
	}
}

static void
enqueue(struct cookie *c)
{
	struct cookie **last = &queue;

#ifdef BUG_CREDITS_WHEN_QUEUED
	credit(c);
#endif
	c->stage = QUEUED;
	while (*last != NULL) {
		last = &(*last)->behind;
	}
	*last = c;
	queued++;
}

bool
unlock_cookie(struct cookie *c)
{
	if (c->stage != HELD) {
		machine_panic("ddi_umem_unlock: %p is unlocked twice", cookie_value(c));
	}
	must_not_be_in_use(c);
	if (c->callback == ARMED) {
		c->callback = NONE; /* LOCKMEM.unlock-cancels */
	}
	if (current_context() == UUMEM_INTERRUPT) {
		enqueue(c); /* an interrupt cannot wait for the host: UNLOCK.deferred */
		return true;
	}
	unlock_now(c);
	return false;
}

void
ddi_umem_unlock(ddi_umem_cookie_t cookie)
{
	machine_enter();
	struct cookie *c = find_cookie(cookie);
	if (current_context() == UUMEM_HIGH_LEVEL_INTERRUPT) {
		machine_panic("ddi_umem_unlock: in a high-level interrupt");
	}
	if (c == NULL || c->kind != LOCKED) {
		machine_panic("ddi_umem_unlock: %p is not locked", cookie);
	}
	bool deferred = unlock_cookie(c);
	machine_leave();
	unlock_changed(deferred);
}

/* ---- The worker that does deferred unlocks. */

static bool
worker_may_go(void)
{
	return queue != NULL && (gate == UUMEM_RELEASE || allowed > 0);
}

static int
worker_wakes(void *unused)
{
	(void)unused;
	machine_enter();
	bool wakes = worker_may_go();
	machine_leave();
	return wakes;
}

static void
work(void *unused)
{
	for (;;) {
		hooks->await(worker_wakes, unused);
		machine_enter();
		if (worker_may_go()) {
			struct cookie *c = queue;
			queue = c->behind;
			queued--;
			allowed -= allowed > 0;
			unlock_now(c);
		}
		machine_leave();
		hooks->changed();
	}
}

void
unlock_changed(bool deferred)
{
	machine_enter();
	bool starts = deferred && !has_worker;
	has_worker = has_worker || starts;
	machine_leave();
	if (starts) {
		hooks->thread(work, NULL);
	} else {
		hooks->changed(); /* the worker, or those who wait for pages (UNLOCK.wakes-waiters) */
	}
}

void
uumem_gate_worker(enum uumem_gate next)
{
	machine_enter();
	gate = next;
	allowed = next != UUMEM_STEP ? 0 : allowed < queued ? allowed + 1 : queued;
	machine_leave();
	hooks->changed();
}

/* ---- What is set, and read. */

int
next_fault(enum uumem_step step)
{
	int error = faults[step];

	faults[step] = 0;
	return error;
}

void
uumem_fail_next(enum uumem_step step, int error)
{
	machine_enter();
	faults[step] = error;
	machine_leave();
}

void
uumem_set_limit(uint64_t bytes)
{
	machine_enter();
	limit = bytes; /* below the usage, too: no lock is revoked (ACCT.limit-lowered) */
	machine_leave();
}

uint64_t
uumem_get_limit(void)
{
	machine_enter();
	uint64_t bytes = limit;
	machine_leave();
	return bytes;
}

uint64_t
uumem_get_locked(void)
{
	machine_enter();
	uint64_t bytes = locked;
	machine_leave();
	return bytes;
}
