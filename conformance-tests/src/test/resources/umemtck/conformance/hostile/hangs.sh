# It never replies.
. "${0%/*}/sound.sh"

misbehave() { kill -STOP $$; }

serve
