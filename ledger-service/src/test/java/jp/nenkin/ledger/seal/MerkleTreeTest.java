package jp.nenkin.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree of RFC 6962, held to the values that implementations of Certificate Transparency test themselves by. */
class MerkleTreeTest {
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void the_root_is_the_one_of_the_standard(int leaves, String root) {
        MerkleTree tree = new MerkleTree();
        LEAVES.subList(0, leaves).forEach(leaf -> tree.add(HexFormat.of().parseHex(leaf)));
        assertThat(Hash.of(tree.root()).hex()).isEqualTo(root);
        assertThat(tree.leaves()).isEqualTo(leaves);
    }

    @Test
    void leaves_come_in_order_and_lie_in_the_block_of_their_member() {
        SealLeaves leaves = new SealLeaves();
        byte[] hash = MerkleTree.sha256().digest("x".getBytes(UTF_8));
        leaves.add(-7, 1, hash);
        leaves.add(2024, 1, hash);
        leaves.add(99_999_000, 1, hash);
        leaves.add(100_001_000, 1, hash);
        assertThatThrownBy(() -> leaves.add(100_001_000, 2, hash)).hasMessageContaining("100001000");
        assertThat(leaves.end().blocks()).extracting(SealBlock::block).containsExactly(-1L, 0L, 1L);
        assertThat(SealBlock.members(0)).isEqualTo("0000000001–0000009999");
        assertThat(SealBlock.members(1)).isEqualTo("0000010000–0000019999");
        assertThat(SealBlock.members(-1)).startsWith("no member");
    }

    @Test
    void a_hash_has_64_digits() {
        assertThatThrownBy(() -> new Hash("AB")).hasMessageContaining("AB");
        assertThat(Hash.of(new Hash("ab".repeat(32)).bytes()).hex()).isEqualTo("ab".repeat(32));
    }
}
