# It is ended by a signal instead of a reply.
. "${0%/*}/sound.sh"

misbehave() { kill -SEGV $$; }

serve
