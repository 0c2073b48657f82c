package dev.weft.executor.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BaseImageTest {
  private static final byte[] MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};

  private static BaseImage image(int value) throws IOException {
    ByteArrayMemory memory = new ByteArrayMemory(new MemoryLimits(1));
    memory.writeByte(5_000, (byte) value);
    return BaseImage.of(MODULE, MemoryImage.of(memory, 64));
  }

  private static byte[] written(BaseImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    image.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Test
  void imagesOfOneStartHaveOneIdAndThoseOfOthersAnother() throws IOException {
    assertThat(image(1).id()).isEqualTo(image(1).id()).hasSize(32).isNotEqualTo(image(2).id());
  }

  @Test
  void whatIsReadIsWhatWasWritten() throws IOException {
    BaseImage read = BaseImage.read(ByteBuffer.wrap(written(image(1))));
    assertThat(read.id()).isEqualTo(image(1).id());
    assertThat(written(read)).isEqualTo(written(image(1)));
  }

  @Test
  void anImageThatIsCutIsNoImage() throws IOException {
    byte[] whole = written(image(1));
    for (int length : new int[] {0, 15, 19, 25, 30, whole.length - 1}) {
      assertThatThrownBy(() -> BaseImage.read(ByteBuffer.wrap(whole, 0, length)))
          .as("%d bytes", length)
          .isInstanceOf(IOException.class);
    }
  }
}
