# It ends, and a daemon keeps its output open.
. "${0%/*}/sound.sh"

misbehave() {
  daemon env
  exit 0
}

serve
