# It is sound from the first request to the last.
. "${0%/*}/sound.sh"

serve
