# Its addresses have more bits than there are.
. "${0%/*}/sound.sh"

allocate_long() { reply ',"address":"0x1fffffffffffff000","cookie":"0x1"'; }
misbehave() { if [ "$op" = ddi_umem_alloc ]; then allocate_long; else sound; fi; }

serve
