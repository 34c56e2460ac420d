# It answers a request that nobody made.
. "${0%/*}/sound.sh"

misbehave() {
  seq=$((seq + 1000))
  sound
}

serve
