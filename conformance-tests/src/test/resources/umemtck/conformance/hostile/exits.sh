# It ends instead of a reply.
. "${0%/*}/sound.sh"

misbehave() { exit 3; }

serve
