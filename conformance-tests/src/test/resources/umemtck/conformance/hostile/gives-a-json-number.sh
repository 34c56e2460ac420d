# Its addresses are JSON numbers.
. "${0%/*}/sound.sh"

allocate_number() { reply ',"address":1048576,"cookie":"0x1"'; }
misbehave() { if [ "$op" = ddi_umem_alloc ]; then allocate_number; else sound; fi; }

serve
