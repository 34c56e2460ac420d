# It is sound, and starts a daemon that outlives it.
. "${0%/*}/sound.sh"

misbehave() {
  if [ "$op" = hello ]; then daemon env </dev/null >/dev/null 2>&1; fi
  sound
}

serve
