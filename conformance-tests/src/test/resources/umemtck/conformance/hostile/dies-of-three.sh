# It ends as soon as three allocations are live.
. "${0%/*}/sound.sh"

live=0
misbehave() {
  before=$cookie
  case $op in
    boot) live=0 ;;
    ddi_umem_free) case $line in *'"0x0"'*) ;; *) live=$((live - 1)) ;; esac ;;
  esac
  if [ "$op" = ddi_umem_alloc ] && [ $live -eq 2 ]; then
    size=${line#*'"size":"'}
    size=${size%%'"'*}
    [ "$size" = 0 ] || [ ${#size} -gt 9 ] || exit 7
  fi
  sound
  live=$((live + cookie - before))
}

serve
