"""Which addresses may be asked."""

import pytest

from marsad.errors import FetchFailed, Forbidden, MarsadError, NotFound
from marsad.read import FetchOptions, addresses


@pytest.mark.parametrize(
    "machine",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "192.0.2.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "::", "::1", "fe80::1", "fe80::1%eth0",
        "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "no address",
    ],
)  # fmt: skip
def test_private_and_special_machines_are_not_public(machine: str) -> None:
    assert not addresses.is_public(machine)


@pytest.mark.parametrize(
    "machine", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_machines_of_the_public_network_are_public(machine: str) -> None:
    assert addresses.is_public(machine)


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://ufuq.example/", "gopher://x/", "javascript:x", "data:,x"]
)
def test_other_schemes_are_forbidden(url: str) -> None:
    with pytest.raises(Forbidden, match="only http and https"):
        addresses.parsed(url)


@pytest.mark.parametrize("url", ["http://", "http:///x", "http://[::1", "http://a:99999999/", "http://" + "a" * 9000])
def test_what_is_no_address_is_not_found(url: str) -> None:
    with pytest.raises(NotFound):
        addresses.parsed(url)


def test_arabic_and_percent_encoded_addresses_are_the_same() -> None:
    letters = addresses.parsed("https://موقع.example/أخبار/خبر عاجل?ص=١#جزء")
    encoded = addresses.parsed(str(letters))
    assert str(letters) == str(encoded)
    assert str(letters).isascii()
    assert letters.raw_host.startswith(b"xn--")


def options(*machines: str) -> FetchOptions:
    return FetchOptions(names=lambda _host, _port: machines)


def test_one_private_machine_among_public_ones_is_enough_to_refuse() -> None:
    url = addresses.parsed("http://ufuq.example/")
    assert addresses.checked(url, options("8.8.8.8")).machines == ("8.8.8.8",)
    with pytest.raises(Forbidden, match="private network"):
        addresses.checked(url, options("8.8.8.8", "10.0.0.1"))


def test_a_name_without_machines_cannot_be_fetched() -> None:
    with pytest.raises(FetchFailed):
        addresses.checked(addresses.parsed("http://ufuq.example/"), options())


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "localhost", "127.1"])
def test_this_machine_is_refused_under_all_its_names(host: str) -> None:
    with pytest.raises(MarsadError):
        addresses.checked(addresses.parsed(f"http://{host}/"), FetchOptions())
