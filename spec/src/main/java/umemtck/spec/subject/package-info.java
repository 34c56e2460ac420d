/** What an implementer writes: {@link umemtck.spec.subject.UmemSubject} is the way in. */
package umemtck.spec.subject;
